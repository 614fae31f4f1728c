import { queryText } from '#app/kernel/query-text.ts'
import { type Storage, storages } from './parcels.ts'

export const orderStands = ['to-ship', 'shipped', 'all'] as const
export type OrderStand = (typeof orderStands)[number]

/** What the address of the list says; anything else is what there is to do. */
export type OrderFilter = {
  stand: OrderStand
  storage: Storage | null
  /** Of what was typed: how an order number begins, else a word of a recipient or of a product. */
  number: string
  word: string
}

/** Letters that everybody's orders begin with, digits and dashes. */
const numberShape = /^(?:CF|[A-Z\d-]*\d[A-Z\d-]*)$/

export function readOrderFilter(query: URLSearchParams): OrderFilter {
  const stand = query.get('stand')
  const storage = query.get('storage')
  const typed = queryText(query, 'q')
  const number = typed.toUpperCase()
  const isNumber = numberShape.test(number)
  return {
    stand: orderStands.find((known) => known === stand) ?? 'to-ship',
    storage: storages.find((known) => known === storage) ?? null,
    number: isNumber ? number : '',
    word: isNumber ? '' : typed,
  }
}
