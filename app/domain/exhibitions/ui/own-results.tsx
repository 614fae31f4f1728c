import { inLocale } from '#app/kernel/locale.ts'
import { type Fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { OwnFair, OwnResults as Results } from '../own-results.server.ts'
import { dates } from './exhibition-card.tsx'

type OwnFairsProps = { base: string; fairs: ReadonlyArray<OwnFair>; chosen: string }

export function OwnFairs({ base, fairs, chosen }: OwnFairsProps) {
  const { common, fairs: words } = useStaffMessages()
  const locale = useLocale()
  return (
    <nav aria-label={words.results.back}>
      <RowList>
        {fairs.map((fair) => (
          <li key={fair.slug}>
            <LocalLink
              to={`${base}?fair=${fair.slug}`}
              aria-current={fair.slug === chosen ? 'page' : undefined}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-sm hover:bg-paper aria-[current=page]:bg-cinnabar-wash"
            >
              <span>
                {inLocale(locale, fair.name, fair.nameEn)}
                <span className="figures block text-xs text-muted">
                  {dates(fair)}
                  {fair.booth === null ? null : ` · ${words.results.booth(fair.booth)}`}
                </span>
              </span>
              {fair.isDemonstration ? <Badge tone="millet">{common.demonstration}</Badge> : null}
            </LocalLink>
          </li>
        ))}
      </RowList>
    </nav>
  )
}

/** By channel, day and product, and the place among the exhibitors; each sum leads to its entries, and each table comes to the figure. */
export function OwnResults({ results, entries }: { results: Results; entries: string }) {
  const words = useStaffMessages().fairs
  const t = words.results
  const locale = useLocale()
  const { rest } = results
  const hasRest = rest.amountFen !== 0 || rest.verifiedFen !== 0
  const entriesOf = (filter: Record<string, string>) => `${entries}?${new URLSearchParams(filter)}`
  if (results.rank === null && results.days.length === 0) return <p className="text-muted">{t.noSales}</p>
  return (
    <>
      <p className="grid grid-cols-1 gap-1">
        <Money
          amount={results.amountFen}
          size="huge"
          className="title-font wrap-anywhere whitespace-normal!"
        />
        <span className="text-sm text-muted">
          {t.verified} {formatFen(results.verifiedFen)}
        </span>
        {results.rank ? <span>{t.rank(results.rank.place, results.rank.of)}</span> : null}
        <span className="text-xs text-muted">{t.basis}</span>
        <LocalLink to={entries} className="inline-flex min-h-11 items-center text-sm text-cinnabar">
          {t.entries}
        </LocalLink>
      </p>
      <Sums
        id="channels"
        title={t.channels}
        first={t.channel}
        rows={results.channels.map(({ channel, ...sum }) => ({
          name: words.channels[channel],
          to: entriesOf({ channel }),
          ...sum,
        }))}
      />
      <Sums
        id="days"
        title={t.days}
        first={t.day}
        rows={results.days.map(({ day, ...sum }) => ({ name: day, to: entriesOf({ day }), ...sum }))}
      />
      <Sums
        id="products"
        title={t.products}
        first={t.product}
        rows={[
          ...results.products.map(({ slug, title, titleEn, ...sum }) => ({
            name: inLocale(locale, title, titleEn),
            to: entriesOf({ product: slug }),
            ...sum,
          })),
          ...(hasRest ? [{ name: t.rest, ...rest }] : []),
        ]}
      />
    </>
  )
}

type SumsProps = {
  id: string
  title: string
  first: string
  rows: Array<{ name: string; to?: string; amountFen: Fen; verifiedFen: Fen; quantity?: number }>
}

function Sums({ id, title, first, rows }: SumsProps) {
  const t = useStaffMessages().fairs.results
  if (rows.length === 0) return null
  const hasQuantity = rows.some(({ quantity }) => quantity !== undefined)
  return (
    <CardSection id={id} title={title}>
      <table className="figures w-full text-sm">
        <thead className="text-left text-xs text-muted">
          <tr>
            <th className="py-2 font-normal">{first}</th>
            {hasQuantity ? <th className="py-2 text-right font-normal">{t.quantity}</th> : null}
            <th className="py-2 text-right font-normal">{t.amount}</th>
            <th className="hidden py-2 text-right font-normal sm:table-cell">{t.verified}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ name, to, quantity, amountFen, verifiedFen }) => (
            <tr key={to ?? name}>
              <th scope="row" className="py-2 text-left font-normal">
                {to ? (
                  <LocalLink to={to} className="hover:text-cinnabar">
                    {name}
                  </LocalLink>
                ) : (
                  name
                )}
              </th>
              {hasQuantity ? <td className="py-2 text-right">{quantity}</td> : null}
              <td className="py-2 text-right">{formatFen(amountFen)}</td>
              <td className="hidden py-2 text-right text-muted sm:table-cell">{formatFen(verifiedFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CardSection>
  )
}
