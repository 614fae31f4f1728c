import { account } from './en/account.ts'
import { catalog } from './en/catalog.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { people } from './en/people.ts'
import type { Messages } from './messages.ts'

export const en: Messages = { account, catalog, common, errors, people }
