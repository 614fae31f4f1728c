import type { ProductCard as Card } from '../product-card.ts'
import { ProductCard } from './product-card.tsx'

/** Two cards a row on a phone, up to four on a desk. */
export function ProductGrid({
  products,
  isFirst = false,
}: {
  products: ReadonlyArray<Card>
  isFirst?: boolean
}) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4 xl:grid-cols-4">
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductCard product={product} isFirst={isFirst && index < 4} />
        </li>
      ))}
    </ul>
  )
}
