import { queryText } from '#app/kernel/query-text.ts'
import { type Storage, storages } from './parcels.ts'

export const orderStands = ['to-ship', 'shipped', 'all'] as const
export type OrderStand = (typeof orderStands)[number]

/** What the address of the list says; anything else is what there is to do. */
export type OrderFilter = {
  stand: OrderStand
  storage: Storage | null
  /** Of what was typed: how an order number begins, else a word of a recipient or of goods. */
  number: string
  word: string
}

/** Every order's number begins with these letters; `500g` is a size of goods. */
const numberShape = /^CF[A-Z\d-]*$/

/** It asks for no more than what there is to do. */
export function isPlain({ stand, storage, number, word }: OrderFilter): boolean {
  return stand === 'to-ship' && !storage && !number && !word
}

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
