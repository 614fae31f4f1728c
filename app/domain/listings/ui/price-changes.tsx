import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import type { PriceChange } from '../price-changes.server.ts'

export function PriceChanges({ changes }: { changes: ReadonlyArray<PriceChange> }) {
  const t = useStaffMessages().listings.prices
  return (
    <details className="border-t border-line pt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-cinnabar">{t.history}</summary>
      <ol className="grid gap-2 text-sm">
        {changes.map(({ id, label, fromFen, toFen, by, at }) => (
          <li key={id} className="grid gap-x-4 md:grid-cols-[1fr_auto_auto]">
            <span>{label}</span>
            <span className="figures">
              {fromFen === null ? t.first(formatFen(toFen)) : `${formatFen(fromFen)} → ${formatFen(toFen)}`}
            </span>
            <span className="figures text-muted">
              {shanghaiMinute(at)} {by}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
