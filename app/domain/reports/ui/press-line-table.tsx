import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Money } from '#app/ui/money.tsx'
import { Columns, WideTable } from '#app/ui/wide-table.tsx'
import type { PressLine } from '../press-lines.server.ts'

/** Rows of the ledger; on a phone the table scrolls within itself. */
export function PressLineTable({ lines, caption }: { lines: ReadonlyArray<PressLine>; caption: string }) {
  const t = useStaffMessages().reports
  const c = t.one.columns
  const kinds: Record<string, string> = t.kinds
  return (
    <WideTable label={caption}>
      <Columns texts={[c.time, c.channel, c.kind, c.enterprise, c.product]} figures={[c.amount]} />
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
    </WideTable>
  )
}
