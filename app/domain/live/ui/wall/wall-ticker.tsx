import { inLocale } from '#app/kernel/locale.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import { saleTime } from '../../sale-time.ts'
import type { LiveSnapshot } from '../../snapshot.ts'

type Sale = LiveSnapshot['lastSales'][number]
type WallTickerProps = Pick<LiveSnapshot, 'divisions' | 'asOf'> & { sales: ReadonlyArray<Sale> }

/** The latest sale stands still, those before it pass slowly. */
export function WallTicker({ sales, ...wall }: WallTickerProps) {
  const words = liveWords(useLocale()).wall
  const keyed = withKeys(sales)
  const [latest, ...earlier] = keyed
  return (
    <section className="wall-ticker" aria-label={words.lastSales}>
      <h2>{words.lastSales}</h2>
      {latest ? (
        <p key={latest.key} className="wall-latest">
          <SaleWords sale={latest} {...wall} />
        </p>
      ) : (
        <p>{words.none}</p>
      )}
      <div className="wall-tape">
        <ul>
          {earlier.map((sale) => (
            <li key={sale.key}>
              <SaleWords sale={sale} {...wall} />
            </li>
          ))}
        </ul>
        {/* Once more, so that the tape has no end. */}
        <ul aria-hidden="true">
          {earlier.map((sale) => (
            <li key={sale.key}>
              <SaleWords sale={sale} {...wall} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Several of one moment are told apart by their number. */
function withKeys(sales: ReadonlyArray<Sale>): Array<Sale & { key: string }> {
  const seen = new Map<string, number>()
  return sales.map((sale) => {
    const content = `${sale.at} ${sale.divisionCode} ${sale.amountFen}`
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    return { ...sale, key: `${content} ${count}` }
  })
}

function SaleWords({ sale, divisions, asOf }: Omit<WallTickerProps, 'sales'> & { sale: Sale }) {
  const locale = useLocale()
  const words = liveWords(locale)
  const division = divisions.find(({ code }) => code === sale.divisionCode)
  return (
    <>
      <time dateTime={sale.at}>{saleTime(sale.at, asOf)}</time>
      <span>{division ? inLocale(locale, division.name, division.nameEn) : ''}</span>
      <span className="wall-goods">
        {sale.product
          ? inLocale(locale, sale.product.name, sale.product.nameEn)
          : words.channels[sale.channel]}
      </span>
      <strong>{formatFen(fen(sale.amountFen))}</strong>
    </>
  )
}
