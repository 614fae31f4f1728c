import { AddToCartForm, useAddToCart } from '#app/domain/cart/ui/add-to-cart.tsx'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { ProductCard as Card } from '../product-card.ts'

type ProductCardProps = {
  product: Card
  /** True for the first row: its pictures are loaded at once. */
  isFirst?: boolean
}

const sizes = '(min-width: 80rem) 280px, (min-width: 48rem) 30vw, 46vw'

/** One picture, a title of two lines, where it comes from, what it costs. The whole card leads to the product. */
export function ProductCard({ product, isFirst = false }: ProductCardProps) {
  const t = useMessages().catalog.card
  return (
    <article
      data-division={product.divisionCode}
      className="group relative flex h-full flex-col overflow-hidden rounded-md border border-line bg-card transition-shadow duration-200 ease-calm hover:shadow-soft"
    >
      <div className="relative aspect-square bg-hue-ground">
        {product.pictureKey ? (
          <Picture
            pictureKey={product.pictureKey}
            alt={product.pictureAlt}
            sizes={sizes}
            priority={isFirst}
            className="size-full"
          />
        ) : null}
        {product.isInStock ? null : (
          <span className="absolute inset-x-0 bottom-0 bg-ink/80 py-1 text-center text-sm text-white">
            {t.soldOut}
          </span>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-1 p-3">
        <h3 className="line-clamp-2 text-pretty text-sm font-medium leading-snug md:text-base">
          <LocalLink
            to={`/products/${product.slug}`}
            prefetch="intent"
            className="after:absolute after:inset-0"
          >
            {product.title}
          </LocalLink>
        </h3>
        <CardMarks product={product} />
        <div className="mt-auto flex items-end justify-between gap-2 pt-2">
          <CardPrice product={product} />
          <CardAction product={product} />
        </div>
      </div>
    </article>
  )
}

function CardMarks({ product }: { product: Card }) {
  const t = useMessages().catalog
  return (
    <p className="flex flex-wrap items-center gap-1 text-xs">
      <Badge tone="hue">{product.divisionName}</Badge>
      {product.isGi ? <Badge tone="millet">{t.certificate.gi}</Badge> : null}
      {product.isColdChain && !product.isGi ? <Badge tone="jade">{t.card.coldChain}</Badge> : null}
    </p>
  )
}

function CardPrice({ product }: { product: Card }) {
  const t = useMessages().catalog.card
  return (
    <p className="grid">
      {product.minUnitPriceFen === null ? null : (
        <span className="figures text-xs text-muted">{t.perJin(formatFen(product.minUnitPriceFen))}</span>
      )}
      <span className="text-cinnabar">
        <Money amount={product.minPriceFen} size="large" />
        {product.hasChoice ? <span className="ml-1 text-xs text-muted">{t.from}</span> : null}
      </span>
    </p>
  )
}

/** Part of the card's link, which leads to where one chooses. */
function ChooseHint() {
  const t = useMessages().catalog.card
  return (
    <span className="flex size-8 shrink-0 items-center justify-center whitespace-nowrap rounded-full border border-line-deep text-xs transition-colors duration-150 group-hover:border-cinnabar group-hover:text-cinnabar md:w-auto md:px-3">
      <Icon name="right" className="size-4 md:hidden" />
      <span className="max-md:sr-only">{t.choose}</span>
    </span>
  )
}

/** One variant goes straight into the cart; a choice is made on the product's page. */
function CardAction({ product }: { product: Card }) {
  const t = useMessages().catalog.card
  const cart = useAddToCart(product.slug)
  if (!product.isInStock) return null
  if (!product.sku) return <ChooseHint />
  const isAdded = cart.answer?.ok === true
  return (
    <AddToCartForm cart={cart} className="relative z-10">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="sku" value={product.sku} />
      <button
        type="submit"
        aria-label={`${isAdded ? t.added : t.add}: ${product.title}`}
        className="flex size-11 items-center justify-center rounded-full bg-cinnabar text-white transition-colors duration-150 hover:bg-cinnabar-deep"
      >
        <Icon name={cart.isPending ? 'clock' : isAdded ? 'check' : 'plus'} />
      </button>
      <span role="status" className="sr-only">
        {cart.answer ? (cart.answer.ok ? t.added : cart.answer.message) : ''}
      </span>
    </AddToCartForm>
  )
}
