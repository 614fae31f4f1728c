import { account } from './zh/account.ts'
import { cart } from './zh/cart.ts'
import { catalog } from './zh/catalog.ts'
import { checkout } from './zh/checkout.ts'
import { common } from './zh/common.ts'
import { errors } from './zh/errors.ts'
import { orders } from './zh/orders.ts'
import { people } from './zh/people.ts'

/** Chinese is the source language: its keys are what the other catalogues are held against. */
export const zh = { account, cart, catalog, checkout, common, errors, orders, people } as const
