import { useEffect, useRef, useState } from 'react'
import { AddToCartForm, useAddToCart } from '#app/domain/cart/ui/add-to-cart.tsx'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money, WasPrice } from '#app/ui/money.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ProductPage, VariantView } from '../product-page.ts'
import { QuantityField } from './quantity-field.tsx'

/** 规格, quantity and the two actions. Without JavaScript every choice carries its own price. */
export function PurchaseForm({ product }: { product: ProductPage }) {
  const t = useMessages().catalog.product
  const first = product.variants.find((variant) => variant.stock.kind !== 'out') ?? product.variants[0]
  const [sku, setSku] = useState(first?.sku)
  const chosen = product.variants.find((variant) => variant.sku === sku) ?? first
  const cart = useAddToCart(product.slug)
  if (!chosen) return null
  const isSoldOut = chosen.stock.kind === 'out'
  return (
    <AddToCartForm cart={cart} className="grid gap-4">
      <input type="hidden" name="intent" value="add" />
      <ChosenPrice variant={chosen} />
      <VariantChoice variants={product.variants} chosen={chosen} onChoose={setSku} />
      <QuantityField variant={chosen} isOnlySize={product.variants.length === 1} />
      {cart.answer ? (
        <Notice tone={cart.answer.ok ? 'success' : 'warning'} role="status">
          {cart.answer.ok ? (
            <p>
              {cart.answer.notice ?? t.added}{' '}
              <LocalLink to="/cart" className="font-medium text-cinnabar underline underline-offset-4">
                {t.toCart}
              </LocalLink>
            </p>
          ) : (
            <p>{cart.answer.message}</p>
          )}
        </Notice>
      ) : null}
      <div className="bottom-bar">
        <Money amount={chosen.priceFen} size="large" className="text-cinnabar lg:hidden" />
        <Button
          kind="secondary"
          size="large"
          className="flex-1 basis-24 max-lg:px-2"
          disabled={isSoldOut}
          aria-disabled={cart.isPending || undefined}
          onClick={(event) => cart.isPending && event.preventDefault()}
        >
          {isSoldOut ? t.soldOut : t.add}
        </Button>
        <Button
          name="then"
          value="buy"
          size="large"
          className="flex-1 basis-24 max-lg:px-2"
          disabled={isSoldOut}
        >
          {t.buy}
        </Button>
      </div>
    </AddToCartForm>
  )
}

function ChosenPrice({ variant }: { variant: VariantView }) {
  const t = useMessages().catalog
  return (
    <p className="flex flex-wrap items-baseline gap-3" aria-live="polite">
      <span className="sr-only">{t.product.price}</span>
      <Money amount={variant.priceFen} size="huge" className="text-cinnabar" />
      {variant.wasPriceFen === null ? null : (
        <WasPrice amount={variant.wasPriceFen} label={t.product.wasPrice} />
      )}
      {variant.unitPriceFen === null ? null : (
        <span className="figures text-sm text-muted">{t.card.perJin(formatFen(variant.unitPriceFen))}</span>
      )}
    </p>
  )
}

type VariantChoiceProps = {
  variants: ReadonlyArray<VariantView>
  chosen: VariantView
  onChoose: (sku: string) => void
}

function VariantChoice({ variants, chosen, onChoose }: VariantChoiceProps) {
  const t = useMessages().catalog.product
  const choice = useRef<HTMLFieldSetElement>(null)
  // What was chosen before the script ran is what stays chosen.
  useEffect(() => {
    const made = choice.current?.querySelector<HTMLInputElement>(':checked')
    if (made) onChoose(made.value)
  }, [onChoose])
  return (
    <fieldset ref={choice} className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{t.variants}</legend>
      <div className="flex flex-wrap gap-2">
        {variants.map((variant) => (
          <label
            key={variant.sku}
            className="grid min-h-11 cursor-pointer content-center rounded-sm border border-line-deep bg-card px-3 py-1 text-sm has-checked:border-cinnabar has-checked:bg-cinnabar-wash has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:text-muted has-focus-visible:outline-2 has-focus-visible:outline-cinnabar"
          >
            <input
              type="radio"
              name="sku"
              value={variant.sku}
              checked={variant.sku === chosen.sku}
              disabled={variant.stock.kind === 'out'}
              onChange={() => onChoose(variant.sku)}
              className="sr-only"
            />
            <span>{variant.label}</span>
            <span className="figures text-xs text-muted">
              {variant.stock.kind === 'out' ? t.soldOut : formatFen(variant.priceFen)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
