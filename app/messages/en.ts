import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import type { Messages } from './messages.ts'

export const en: Messages = { catalog, common, errors }
