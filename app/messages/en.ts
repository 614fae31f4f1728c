import { account } from './en/account.ts'
import { cart } from './en/cart.ts'
import { catalog } from './en/catalog.ts'
import { checkout } from './en/checkout.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { orders } from './en/orders.ts'
import { people } from './en/people.ts'
import type { Messages } from './messages.ts'

export const en: Messages = { account, cart, catalog, checkout, common, errors, orders, people }
