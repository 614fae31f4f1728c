import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

type Part = { key: string; name: string; amountFen: number }
type PartCardProps = { by: string; title: string; parts: ReadonlyArray<Part>; place: string }

const most = 6

/** The largest parts of a figure by one dimension; each leads to the entries behind it, the heading's link to all. */
export function PartCard({ by, title, parts, place }: PartCardProps) {
  const { analysis, common } = useStaffMessages()
  const locale = useLocale()
  const shown = parts.slice(0, most)
  const largest = Math.max(1, ...shown.map(({ amountFen }) => amountFen))
  return (
    <CardSection id={`by-${by}`} title={title} className="content-start gap-3">
      {shown.length === 0 ? <p className="text-sm text-muted">{analysis.none}</p> : null}
      <ol className="grid grid-cols-1 gap-3 text-sm">
        {shown.map(({ key, name, amountFen }) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
            <LocalLink
              to={`${place}/entries?${new URLSearchParams({ [by]: key })}`}
              aria-label={analysis.toEntries(name)}
              className="truncate hover:text-cinnabar"
            >
              {name}
            </LocalLink>
            <span className="figures font-medium">{formatLargeFen(fen(amountFen), locale)}</span>
            <svg
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              aria-hidden="true"
              className="col-span-2 h-1 w-full"
            >
              <rect width="100" height="1" className="fill-line" />
              <rect width={(100 * Math.max(0, amountFen)) / largest} height="1" className="fill-cinnabar" />
            </svg>
          </li>
        ))}
      </ol>
      <LocalLink
        to={`${place}/analysis?by=${by}`}
        className="py-1 text-sm text-cinnabar"
        aria-describedby={`by-${by}`}
      >
        {common.more}
      </LocalLink>
    </CardSection>
  )
}
