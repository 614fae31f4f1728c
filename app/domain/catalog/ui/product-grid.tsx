import { renderOnce } from '#app/ui/render-once.tsx'
import type { ProductCard } from '../product-card.ts'
import { ProductCard as FreshCard } from './product-card.tsx'

const Card = renderOnce('product-card', FreshCard)

/** Two cards a row on a phone, up to four on a desk. */
export function ProductGrid({
  products,
  isFirst = false,
}: {
  products: ReadonlyArray<ProductCard>
  isFirst?: boolean
}) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.slug}>
          <Card product={product} isFirst={isFirst && index < 4} />
        </li>
      ))}
    </ul>
  )
}
