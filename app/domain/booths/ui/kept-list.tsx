import { shanghaiMinute } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { KeptSale } from '../phone/kept-sales.ts'

const tones = { waiting: 'millet', sent: 'grass', refused: 'berry', discarded: 'plain' } as const
const shown = 8

const isGone = ({ isUndone, state }: KeptSale) => isUndone || state === 'discarded'

/** The last sales of this phone, by its own clock. */
export function KeptList({ kept }: { kept: ReadonlyArray<KeptSale> | null }) {
  const t = useStaffMessages().booths
  if (kept === null) return null
  return (
    <section aria-labelledby="recent" className="grid grid-cols-1 gap-2">
      <h2 id="recent" className="font-medium">
        {t.till.recent}
      </h2>
      {kept.length === 0 ? <p className="text-sm text-muted">{t.till.noRecent}</p> : null}
      <ul className="grid grid-cols-1 divide-y divide-line">
        {kept.slice(0, shown).map((sale) => (
          <li key={sale.ref} className="flex items-center justify-between gap-3 py-2 text-sm">
            <span className="min-w-0">
              <span className={`block truncate ${isGone(sale) ? 'text-muted line-through' : ''}`}>
                {sale.title}
              </span>
              <span className="figures text-muted">
                {shanghaiMinute(new Date(sale.deviceAt)).slice(11)} ·{' '}
                {sale.grams === null ? t.day.pieces(sale.pieces) : t.day.grams(sale.grams)} ·{' '}
                {t.tenders[sale.tender]}
              </span>
            </span>
            <span className="grid shrink-0 justify-items-end">
              <span
                className={`figures text-base font-medium ${isGone(sale) ? 'text-muted line-through' : ''}`}
              >
                {formatFen(fen(sale.amountFen))}
              </span>
              {sale.isUndone && sale.state === 'sent' ? (
                <Badge>{t.sync.states.undone}</Badge>
              ) : (
                <Badge tone={tones[sale.state]}>{t.sync.states[sale.state]}</Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
