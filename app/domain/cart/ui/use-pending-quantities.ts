import { useFetchers } from '@remix-run/react'
import type { PendingQuantities } from '../cart-view.ts'
import { skuOfFetcher } from './line-keys.ts'

/** What the shopper has clicked and the shop has not answered yet. */
export function usePendingQuantities(): PendingQuantities {
  const fetchers = useFetchers()
  const pending = new Map<string, number>()
  for (const { key, formData } of fetchers) {
    const sku = skuOfFetcher(key)
    if (sku === null || !formData) continue
    const quantity = formData.get('intent') === 'remove' ? 0 : Number(formData.get('quantity'))
    if (Number.isInteger(quantity)) pending.set(sku, quantity)
  }
  return pending
}
