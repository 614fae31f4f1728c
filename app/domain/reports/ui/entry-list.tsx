import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { EntryItem } from '../list-entries.server.ts'

/** Cards on a phone, lines on a desk; what is only claimed says so. */
export function EntryList({ items }: { items: ReadonlyArray<EntryItem> }) {
  const t = useStaffMessages().analysis.list
  return (
    <RowList label={t.results}>
      {items.map((item) => (
        <Entry key={item.id} item={item} />
      ))}
    </RowList>
  )
}

function Entry({ item }: { item: EntryItem }) {
  const words = useStaffMessages()
  const t = words.analysis.list
  const recorders: Record<string, string> = t.recorders
  const amount = item.grams ? t.weight(item.grams.toLocaleString('en')) : t.pieces(item.quantity)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-3 text-sm">
      <div className="min-w-0">
        <p className="font-medium">{item.product ?? item.enterprise}</p>
        <p className="text-muted">
          {item.product ? `${item.enterprise} · ` : ''}
          {item.quantity !== 0 || item.grams ? `${amount} · ` : ''}
          {words.reports.channels[item.channel]}
          {item.district ? ` · ${item.district}` : ''}
        </p>
        <p className="figures text-xs text-muted">
          {shanghaiMinute(new Date(item.occurredAt))} · {recorders[item.recordedBy] ?? item.recordedBy}
          {item.note ? ` · ${item.note}` : ''}
        </p>
      </div>
      <div className="grid justify-items-end gap-1">
        <Money amount={item.amountFen} className={item.amountFen < 0 ? 'text-berry' : ''} />
        <span className="flex flex-wrap justify-end gap-1">
          {item.kind === 'sale' ? null : <Badge tone="berry">{words.reports.kinds[item.kind]}</Badge>}
          {item.isCorrected ? <Badge>{t.corrected}</Badge> : null}
          <Badge tone={item.isVerified ? 'grass' : 'millet'}>
            {item.isVerified ? t.states.verified : t.states.claimed}
          </Badge>
        </span>
      </div>
    </li>
  )
}
