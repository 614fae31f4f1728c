import { queryText } from '#app/kernel/query-text.ts'
import { type Storage, storages } from './parcels.ts'

export const orderStands = ['to-ship', 'shipped', 'all'] as const
export type OrderStand = (typeof orderStands)[number]

/** What the address of the list says; anything else is what there is to do. */
export type OrderFilter = { stand: OrderStand; storage: Storage | null; number: string }

export function readOrderFilter(query: URLSearchParams): OrderFilter {
  const stand = query.get('stand')
  const storage = query.get('storage')
  return {
    stand: orderStands.find((known) => known === stand) ?? 'to-ship',
    storage: storages.find((known) => known === storage) ?? null,
    number: queryText(query, 'q').toUpperCase(),
  }
}
