import { inLocale } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ListingItem } from '../list-listings.server.ts'
import { bulkForm } from './bulk-bar.tsx'
import { PapersBadge, StateBadges } from './state-badges.tsx'

/** Cards on a phone, rows on a desk; price and stock stand under one another. Larger letters leave the pictures as they are. */
type ListingListProps = { items: ReadonlyArray<ListingItem>; home: string; isTicked: boolean }

export function ListingList({ items, home, isTicked }: ListingListProps) {
  const t = useStaffMessages().listings
  return (
    <ul aria-label={t.results} className="grid gap-2">
      {items.map((item) => (
        <ListingRow
          key={`${item.id} ${isTicked}`}
          item={item}
          isTicked={isTicked}
          to={`${home}/listings/${item.id}`}
        />
      ))}
    </ul>
  )
}

type ListingRowProps = { item: ListingItem; to: string; isTicked: boolean }

function ListingRow({ item, to, isTicked }: ListingRowProps) {
  const { listings: t, bulk } = useStaffMessages()
  const title = inLocale(useLocale(), item.title, item.titleEn) || t.untitled
  return (
    <Card
      as="li"
      className="grid grid-cols-[24px_72px_minmax(0,1fr)] items-center gap-x-3 gap-y-1 p-3! md:grid-cols-[24px_72px_minmax(0,1fr)_8rem_6rem]"
    >
      <label className="row-span-2 -m-3 grid h-full min-h-11 place-content-center p-3 md:row-span-1">
        <input
          type="checkbox"
          form={bulkForm}
          name="listing"
          value={item.id}
          defaultChecked={isTicked}
          aria-label={bulk.tick(title)}
          className="size-5 accent-cinnabar"
        />
      </label>
      <div className="row-span-2 size-[72px] overflow-hidden rounded-sm bg-paper-deep md:row-span-1">
        {item.pictureKey ? (
          <Picture pictureKey={item.pictureKey} alt="" sizes="72px" className="size-full" />
        ) : null}
      </div>
      <div className="grid min-w-0 gap-1">
        <LocalLink to={to} className="line-clamp-2 font-medium hover:text-cinnabar">
          {title}
        </LocalLink>
        <p className="flex flex-wrap gap-1">
          <StateBadges {...item} />
          <PapersBadge papers={item.papers} />
        </p>
      </div>
      <p className="figures flex flex-wrap gap-x-3 text-sm md:contents">
        <span className="md:text-right">
          <PriceText item={item} />
        </span>
        <span className={`md:text-right ${item.free === 0 ? 'text-berry' : 'text-muted'}`}>
          {item.free === null ? '' : t.stock(item.free)}
        </span>
      </p>
    </Card>
  )
}

function PriceText({ item: { minPriceFen, variantCount } }: { item: ListingItem }) {
  const t = useStaffMessages().listings
  if (minPriceFen === null || minPriceFen === 0) return <span className="text-muted">{t.noPrice}</span>
  return variantCount > 1 ? t.from(formatFen(minPriceFen)) : formatFen(minPriceFen)
}
