import { useFetchers } from '@remix-run/react'
import type { PendingQuantities } from '../cart-view.ts'

const prefix = 'cart-line:'

/** One fetcher a line: a newer click on the same line takes the place of an older one. */
export function lineFetcherKey(sku: string): string {
  return prefix + sku
}

/** What the shopper has clicked and the shop has not answered yet. */
export function usePendingQuantities(): PendingQuantities {
  const fetchers = useFetchers()
  const pending = new Map<string, number>()
  for (const { key, formData } of fetchers) {
    if (!key.startsWith(prefix) || !formData) continue
    const quantity = formData.get('intent') === 'remove' ? 0 : Number(formData.get('quantity'))
    if (Number.isInteger(quantity)) pending.set(key.slice(prefix.length), quantity)
  }
  return pending
}
