import { catalog } from './zh/catalog.ts'
import { common } from './zh/common.ts'
import { errors } from './zh/errors.ts'

/** The words of everybody's pages: all that a phone fetches to look around. */
export const zhShop = { catalog, common, errors } as const
