import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { ProductPage } from '../product-page.ts'

/** The QR code that opens this product: for a booth's sign, a chat, a neighbour's phone. */
export function ProductShare({ product }: { product: ProductPage }) {
  const t = useMessages().catalog.product
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-cinnabar">
        <Icon name="share" className="size-4" />
        {t.share}
      </summary>
      <figure className="grid w-48 max-w-full grid-cols-1 justify-items-center gap-2 rounded-md border border-line bg-card p-4">
        <img src={`/products/${product.slug}/qr.svg`} alt={t.qr} width={160} height={160} loading="lazy" />
        <figcaption className="text-center text-xs text-muted">{t.qr}</figcaption>
      </figure>
    </details>
  )
}
