import { useMessages } from '#app/messages/messages.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { useFollowedValue } from '#app/ui/use-followed-value.ts'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import type { VariantView } from '../product-page.ts'

type QuantityFieldProps = { variant: VariantView; isOnlySize: boolean }

/**
 * How many, within 起售, 限购 and what is left. Without JavaScript another size may be chosen than the one shown: the
 * field takes any number then, and the cart fits it.
 */
export function QuantityField({ variant, isOnlySize }: QuantityFieldProps) {
  const t = useMessages().catalog.product
  const input = useFollowedValue(variant.minQuantity)
  const most = Math.min(variant.maxPerPerson ?? 999, variant.stock.kind === 'low' ? variant.stock.left : 999)

  const isBounded = useIsScripted() || isOnlySize

  function step(by: number) {
    if (!input.current) return
    const next = Number(input.current.value) + by
    input.current.value = String(Math.min(most, Math.max(variant.minQuantity, next)))
  }

  const hints = [
    variant.stock.kind === 'low'
      ? t.left(variant.stock.left)
      : variant.stock.kind === 'out'
        ? t.soldOut
        : t.inStock,
    variant.minQuantity > 1 ? t.minimum(variant.minQuantity) : '',
    variant.maxPerPerson ? t.limit(variant.maxPerPerson) : '',
  ].filter(Boolean)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <label htmlFor="quantity" className="text-sm font-medium">
        {t.quantity}
      </label>
      <span className="flex items-center rounded-full border border-line-deep bg-card">
        <StepButton icon="minus" label={t.less} onClick={() => step(-1)} />
        <input
          ref={input}
          id="quantity"
          name="quantity"
          type="number"
          inputMode="numeric"
          min={isBounded ? variant.minQuantity : 1}
          max={isBounded ? most : undefined}
          defaultValue={variant.minQuantity}
          className="figures w-12 [appearance:textfield] bg-transparent text-center"
        />
        <StepButton icon="plus" label={t.more} onClick={() => step(1)} />
      </span>
      <span
        className={`text-sm ${isOnlySize ? '' : 'noscript:hidden'} ${variant.stock.kind === 'in' ? 'text-grass' : 'text-berry'}`}
      >
        {hints.join(' · ')}
      </span>
    </div>
  )
}

function StepButton({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="grid size-11 place-items-center noscript:hidden"
    >
      <Icon name={icon} className="size-4" />
    </button>
  )
}
