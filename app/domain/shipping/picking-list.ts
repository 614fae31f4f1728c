import { type Storage, storages } from './parcels.ts'
import type { ShopOrder } from './shop-order.ts'

export type Pick = { storage: Storage; title: string; label: string; quantity: number; orders: number }

/** What is to be fetched for all these orders together: frozen goods last, so that they wait shortest. */
export function listPicks(orders: ReadonlyArray<ShopOrder>): Array<Pick> {
  const picks = new Map<string, Pick>()
  for (const { parcels } of orders) {
    for (const { storage, contents, shippedAt } of parcels) {
      if (shippedAt) continue
      for (const { line, quantity } of contents) {
        const key = [storage, line.title, line.label].join('\n')
        const { title, label } = line
        const known = picks.get(key) ?? { storage, title, label, quantity: 0, orders: 0 }
        picks.set(key, { ...known, quantity: known.quantity + quantity, orders: known.orders + 1 })
      }
    }
  }
  return [...picks.values()].sort(
    (a, b) =>
      storages.indexOf(a.storage) - storages.indexOf(b.storage) ||
      a.title.localeCompare(b.title, 'zh-CN') ||
      a.label.localeCompare(b.label, 'zh-CN'),
  )
}
