import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'

/** As zh-shop. */
export const enShop = { catalog, common, errors } as const
