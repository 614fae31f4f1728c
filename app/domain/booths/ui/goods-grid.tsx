import { useLocation } from '@remix-run/react'
import type { MouseEvent } from 'react'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { TillGoods } from '../open-till.server.ts'
import type { OtherGoods } from '../phone/other-goods.ts'
import { thumbnailOf } from './thumbnail.ts'

type GoodsGridProps = {
  goods: ReadonlyArray<TillGoods>
  others: ReadonlyArray<OtherGoods>
  onChoose: (sku: string) => void
  onChooseOther: (goods: OtherGoods) => void
}

/** Links without a script, buttons of a till with one: a tap opens the line. */
export function GoodsGrid({ goods, others, onChoose, onChooseOther }: GoodsGridProps) {
  const words = useStaffMessages().booths
  const t = words.till
  const { pathname } = useLocation()
  const tile = (sku: string, choose = () => onChoose(sku)) => ({
    href: `${pathname}?${new URLSearchParams({ sku })}`,
    onClick(event: MouseEvent) {
      event.preventDefault()
      choose()
    },
    className:
      'grid h-full grid-cols-1 content-start overflow-hidden rounded-md border border-line bg-card text-left active:border-cinnabar',
  })
  return (
    <ul className="grid grid-cols-3 gap-2 md:grid-cols-5 lg:grid-cols-6" aria-label={t.goods}>
      {goods.map(({ sku, title, label, pictureKey, priceFen }) => (
        <li key={sku}>
          <a {...tile(sku)}>
            {pictureKey ? (
              <img
                src={thumbnailOf(pictureKey)}
                alt=""
                width={240}
                height={240}
                className="aspect-4/3 w-full object-cover"
              />
            ) : (
              <span className="aspect-4/3 w-full bg-paper-deep" />
            )}
            <span className="grid gap-0 p-2">
              <span className="line-clamp-2 text-sm leading-5">{title}</span>
              <span className="truncate text-xs text-muted">{label}</span>
              <span className="figures font-medium">{formatFen(priceFen)}</span>
            </span>
          </a>
        </li>
      ))}
      {others.map((other) => (
        <li key={`other ${other.name}`}>
          <a {...tile('other', () => onChooseOther(other))}>
            <span
              aria-hidden="true"
              className="title-font grid aspect-4/3 w-full place-items-center bg-paper-deep text-3xl text-muted"
            >
              {[...other.name][0]}
            </span>
            <span className="grid gap-0 p-2">
              <span className="line-clamp-2 text-sm leading-5">{other.name}</span>
              <span className="truncate text-xs text-muted">{words.line.measures[other.measure]}</span>
              {other.priceFen === null ? null : (
                <span className="figures font-medium">{formatFen(other.priceFen)}</span>
              )}
            </span>
          </a>
        </li>
      ))}
      <li>
        <a {...tile('other')}>
          <span className="grid aspect-4/3 w-full place-items-center bg-paper-deep text-muted">
            <Icon name="plus" className="size-8" />
          </span>
          <span className="grid p-2">
            <span className="text-sm leading-5">{t.other}</span>
            <span className="text-xs text-muted">{t.otherLabel}</span>
          </span>
        </a>
      </li>
    </ul>
  )
}
