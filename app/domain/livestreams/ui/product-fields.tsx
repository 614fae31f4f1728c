import type { ProductKey, WaitingProduct } from '../matching-queue.server.ts'
import type { QueueStand } from '../queue-stand.ts'

type ProductNameProps = { product: Pick<WaitingProduct, 'title' | 'spec' | 'externalId'> }

/** As the platform calls it. */
export function ProductName({ product }: ProductNameProps) {
  return (
    <p className="grid gap-1">
      <span className="font-medium" lang="zh-CN">
        {product.title || product.externalId}
      </span>
      <span className="text-sm text-muted">
        {product.spec ? <span lang="zh-CN">{product.spec} · </span> : null}
        <span className="figures">{product.externalId}</span>
      </span>
    </p>
  )
}

/** Which product a form is about, and from which list it came. */
export function ProductFields({ product, stand }: { product: ProductKey; stand: QueueStand }) {
  return (
    <>
      <input type="hidden" name="product" value={product.externalId} />
      <input type="hidden" name="spec" value={product.spec} />
      <input type="hidden" name="stand" value={stand} />
    </>
  )
}
