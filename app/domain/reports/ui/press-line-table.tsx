import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Money } from '#app/ui/money.tsx'
import type { PressLine } from '../press-lines.server.ts'

/** Rows of the ledger; on a phone the table scrolls within itself. */
export function PressLineTable({ lines, caption }: { lines: ReadonlyArray<PressLine>; caption: string }) {
  const t = useStaffMessages().reports
  const c = t.one.columns
  const kinds: Record<string, string> = t.kinds
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-card"
    >
      <table className="w-full text-sm">
        <thead className="text-left text-muted">
          <tr>
            {[c.time, c.channel, c.kind, c.enterprise, c.product].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 font-normal whitespace-nowrap">
                {title}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-normal">
              {c.amount}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="figures px-3 py-2 whitespace-nowrap">
                {shanghaiMinute(new Date(line.occurredAt))}
              </td>
              <td className="px-3 py-2 whitespace-nowrap">{t.channels[line.channel]}</td>
              <td className="px-3 py-2 whitespace-nowrap">{kinds[line.kind]}</td>
              <td className="px-3 py-2">{line.enterprise}</td>
              <td className="px-3 py-2">{line.product ?? '—'}</td>
              <td className="px-3 py-2 text-right">
                <Money
                  amount={line.amountFen}
                  size="small"
                  className={line.amountFen < 0 ? 'text-berry' : ''}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
