import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { BoothOfDay } from '../booths-of-day.server.ts'
import { boothPath } from '../remembered-booth.ts'

const tones = { idle: 'plain', open: 'millet', late: 'berry', closed: 'grass' } as const

type BoothTableProps = { fair: string; day: string; booths: ReadonlyArray<BoothOfDay>; mayOpen: boolean }

/** Every booth of the day: which are closed, and whose cash was not what the ledger expected. */
export function BoothTable({ fair, day, booths, mayOpen }: BoothTableProps) {
  const t = useStaffMessages().booths.overview
  const pathOf = (enterprise: string) => `${boothPath({ fair, enterprise })}/day?day=${day}`
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{t.title}</caption>
        <thead className="text-left text-muted">
          <tr className="border-b border-line">
            <th className="py-2 pr-3 font-normal">{t.booth}</th>
            <th className="py-2 pr-3 text-right font-normal">{t.sales}</th>
            <th className="py-2 pr-3 text-right font-normal max-md:hidden">{t.verified}</th>
            <th className="py-2 pr-3 text-right font-normal">{t.difference}</th>
            <th className="py-2 font-normal">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {booths.map(({ enterprise, name, booth, amountFen, verifiedFen, state, ...closing }) => (
            <tr key={enterprise} className="border-b border-line align-top">
              <th scope="row" className="min-w-32 py-2 pr-3 text-left font-normal">
                <span className="figures block font-medium">{booth}</span>
                {mayOpen ? (
                  <LocalLink
                    to={pathOf(enterprise)}
                    className="inline-block py-1 hover:text-cinnabar hover:underline"
                  >
                    {name}
                  </LocalLink>
                ) : (
                  name
                )}
              </th>
              <td className="figures whitespace-nowrap py-2 pr-3 text-right">{formatFen(fen(amountFen))}</td>
              <td className="figures whitespace-nowrap py-2 pr-3 text-right max-md:hidden">
                {formatFen(fen(verifiedFen))}
              </td>
              <td className="figures whitespace-nowrap py-2 pr-3 text-right">
                <CashDifference {...closing} />
              </td>
              <td className="whitespace-nowrap py-2">
                <Badge tone={tones[state]}>{t.states[state]}</Badge>
                {closing.closes > 1 ? (
                  <span className="figures block pt-1 text-xs text-muted">{t.closes(closing.closes)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CashDifferenceProps = Pick<BoothOfDay, 'differenceFen' | 'earlierDifferenceFen'>

/** By the last close; what the one before it had found stands beneath. */
function CashDifference({ differenceFen, earlierDifferenceFen }: CashDifferenceProps) {
  const t = useStaffMessages().booths.overview
  return (
    <>
      <span className={differenceFen === 0 ? 'text-muted' : 'text-berry'}>
        {formatFen(fen(differenceFen))}
      </span>
      {earlierDifferenceFen === null ? null : (
        <span className="block text-xs text-muted">{t.earlier(formatFen(fen(earlierDifferenceFen)))}</span>
      )}
    </>
  )
}
