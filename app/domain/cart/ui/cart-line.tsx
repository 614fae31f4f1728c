import { useFetcher } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CartAnswer } from '../cart-answer.ts'
import type { CartLineView } from '../cart-view.ts'
import { lineFetcherKey, lineId } from './line-keys.ts'
import { QuantityStepper } from './quantity-stepper.tsx'

type CartLineProps = {
  line: CartLineView
  /** What the shop said to the last form, where there is no JavaScript. */
  answer: CartAnswer | undefined
  onRemove: (line: CartLineView) => void
}

export function CartLine({ line, answer, onRemove }: CartLineProps) {
  const isOffered = line.state === 'available' || line.state === 'short'
  return (
    <li
      id={lineId(line.sku)}
      tabIndex={-1}
      className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-3 gap-y-2 py-4"
      data-division={line.divisionCode}
    >
      <div className="size-20 overflow-hidden rounded-sm bg-hue-ground">
        {line.pictureKey ? (
          <Picture pictureKey={line.pictureKey} alt="" sizes="80px" className="size-full" />
        ) : null}
      </div>
      <div className="grid content-start gap-1">
        <div className="flex items-start justify-between gap-2">
          <LocalLink
            to={`/products/${line.productSlug}`}
            className="line-clamp-2 leading-snug font-medium hover:text-cinnabar"
          >
            {line.title}
          </LocalLink>
          <RemoveButton line={line} onRemove={onRemove} />
        </div>
        <LineFacts line={line} />
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-between gap-3 sm:col-span-1 sm:col-start-2">
        {isOffered ? <QuantityStepper line={line} /> : <span />}
        <Money
          amount={line.amountFen}
          size="large"
          className={isOffered ? 'text-cinnabar' : 'text-muted line-through'}
        />
      </div>
      <LineNotices line={line} answer={answer} />
    </li>
  )
}

function LineFacts({ line }: { line: CartLineView }) {
  const t = useMessages().cart
  const facts = [
    line.variantLabel,
    t.unitPrice(formatFen(line.priceFen)),
    line.minQuantity > 1 ? t.minimum(line.minQuantity) : '',
    line.maxPerPerson ? t.limit(line.maxPerPerson) : '',
    line.isReturnExcluded ? t.notReturnable : '',
    line.isAlcohol ? t.adultsOnly : '',
  ]
  return <p className="figures text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
}

/** Price and stock as they changed since the goods were put in: said, never slipped in. */
function LineNotices({ line, answer }: Pick<CartLineProps, 'line' | 'answer'>) {
  const t = useMessages().cart
  const fetcher = useFetcher<CartAnswer>({ key: lineFetcherKey(line.sku) })
  const latest = fetcher.data ?? answer
  const fitted = latest?.kind === 'changed' && latest.sku === line.sku && latest.notice ? latest : null
  const trouble = useTrouble(line)
  return (
    <>
      {trouble ? <LineNotice tone="bad">{trouble}</LineNotice> : null}
      {fitted?.notice ? (
        <LineNotice tone="news">{t.notices[fitted.notice](fitted.quantity)}</LineNotice>
      ) : null}
      {line.priceChange ? (
        <LineNotice tone="news">
          {line.priceChange === 'up'
            ? t.priceUp(formatFen(line.seenPriceFen))
            : t.priceDown(formatFen(line.seenPriceFen))}
        </LineNotice>
      ) : null}
    </>
  )
}

/** Why the line cannot be ordered as it stands. */
function useTrouble(line: CartLineView): string | null {
  const t = useMessages().cart
  if (line.state === 'unavailable') return t.unavailable
  if (line.state === 'sold-out') return t.soldOut
  if (line.state === 'short') return t.short(line.stockLeft)
  if (line.quantity < line.minQuantity) return t.minimum(line.minQuantity)
  return line.maxPerPerson && line.quantity > line.maxPerPerson ? t.limit(line.maxPerPerson) : null
}

function LineNotice({ tone, children }: { tone: 'bad' | 'news'; children: string }) {
  const look = tone === 'bad' ? 'bg-berry-wash text-berry' : 'bg-millet-wash text-millet-deep'
  return (
    <p role="status" className={`col-span-2 flex items-center gap-2 rounded-sm px-3 py-2 text-sm ${look}`}>
      <Icon name={tone === 'bad' ? 'alert' : 'info'} className="size-4 shrink-0" />
      {children}
    </p>
  )
}

function RemoveButton({ line, onRemove }: Pick<CartLineProps, 'line' | 'onRemove'>) {
  const t = useMessages().cart
  const fetcher = useFetcher({ key: lineFetcherKey(line.sku) })
  const action = localPath(useLocale(), '/cart')
  return (
    <fetcher.Form method="post" action={action} onSubmit={() => onRemove(line)}>
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="sku" value={line.sku} />
      <button
        type="submit"
        aria-label={t.removeLabel(line.title)}
        className="-mt-2 -mr-2 grid size-11 shrink-0 place-items-center text-muted hover:text-berry"
      >
        <Icon name="bin" />
      </button>
    </fetcher.Form>
  )
}
