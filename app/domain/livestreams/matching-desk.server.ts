import type { Reading } from '#app/domain/catalog/reading.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Page } from '#app/kernel/paging.ts'
import {
  findWaitingProduct,
  listWaitingProducts,
  type ProductKey,
  type WaitingProduct,
} from './matching-queue.server.ts'
import { findPostedProduct, listPostedProducts, type PostedProduct } from './posted-products.server.ts'
import type { QueueStand } from './queue-stand.ts'
import { suggestVariants, type VariantChoice } from './suggest-variants.server.ts'

type Wish = {
  key: ProductKey
  /** What it stands in the ledger as. */
  sku: string
  /** Looked for among our products; '' for its own title. */
  text: string
  after: string | null
}
export type MatchingView = {
  page: Page<WaitingProduct | PostedProduct>
  product: WaitingProduct | PostedProduct | null
  text: string
  choices: Array<VariantChoice>
}

export async function openMatchingDesk(
  reading: Pick<Reading, 'pool' | 'memo'>,
  locale: Locale,
  stand: QueueStand,
  { key, sku, text: typed, after }: Wish,
): Promise<MatchingView> {
  const isChosen = key.externalId !== ''
  if (stand === 'posted') {
    const [page, product] = await Promise.all([
      listPostedProducts(reading, locale, after),
      isChosen ? findPostedProduct(reading, locale, key, sku) : null,
    ])
    return { page, product, text: '', choices: [] }
  }
  const [page, product] = await Promise.all([
    listWaitingProducts(reading, stand, after),
    isChosen ? findWaitingProduct(reading, key) : null,
  ])
  const text = typed || (product?.title ?? '')
  const choices = product ? await suggestVariants(reading, locale, { text, spec: product.spec }) : []
  return { page, product, text, choices }
}
