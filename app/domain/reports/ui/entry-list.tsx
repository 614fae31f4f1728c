import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import type { EntryItem } from '../list-entries.server.ts'

type EntryListProps = {
  items: ReadonlyArray<EntryItem>
  /** Where this list is: a correction and what it corrects lead to each other in it. */
  list: string
  /** Where the paper behind an entry is; null where the reader may not open it, or there is none. */
  proofOf: (item: EntryItem) => string | null
}

/** Cards on a phone, lines on a desk; what is unverified says so, and what it comes from is one touch away. */
export function EntryList({ items, list, proofOf }: EntryListProps) {
  const t = useStaffMessages().analysis.list
  return (
    <RowList label={t.results}>
      {items.map((item) => (
        <Entry key={item.id} item={item} list={list} proof={proofOf(item)} />
      ))}
    </RowList>
  )
}

type EntryProps = { item: EntryItem; list: string; proof: string | null }

function Entry({ item, list, proof }: EntryProps) {
  const words = useStaffMessages()
  const t = words.analysis.list
  const recorders: Record<string, string> = t.recorders
  const product = item.isShipping ? t.shipping : item.product
  const amount = item.grams ? t.weight(item.grams.toLocaleString('en')) : t.pieces(item.quantity)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-3 text-sm">
      <div className="min-w-0">
        <p className="font-medium">{product ?? item.enterprise}</p>
        <p className="text-muted">
          {product ? `${item.enterprise} · ` : ''}
          {item.quantity !== 0 || item.grams ? `${amount} · ` : ''}
          {words.reports.channels[item.channel]}
          {item.district ? ` · ${item.district}` : ''}
        </p>
        <p className="figures text-xs text-muted">
          {[
            shanghaiMinute(new Date(item.occurredAt)),
            recorders[item.recordedBy] ?? item.recordedBy,
            item.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Origin item={item} list={list} proof={proof} />
      </div>
      <div className="grid justify-items-end gap-1">
        <Money amount={item.amountFen} className={item.amountFen < 0 ? 'text-berry' : ''} />
        <span className="flex flex-wrap justify-end gap-1">
          {item.kind === 'sale' ? null : <Badge tone="berry">{words.reports.kinds[item.kind]}</Badge>}
          {item.isCorrected ? (
            <LocalLink to={`${list}?line=${item.id}`}>
              <Badge>{t.corrected}</Badge>
            </LocalLink>
          ) : null}
          <Badge tone={item.isVerified ? 'grass' : 'millet'}>
            {item.isVerified ? t.states.verified : t.states.claimed}
          </Badge>
        </span>
      </div>
    </li>
  )
}

/** The order, contract or import that it comes from, and the entry that it corrects. */
function Origin({ item, list, proof }: EntryProps) {
  const t = useStaffMessages().analysis.list
  const { contract, orderNumber, importId, correctsId } = item
  const name = orderNumber
    ? t.order(orderNumber)
    : contract
      ? t.contract(contract.number)
      : importId
        ? t.import
        : null
  if (name === null && correctsId === null) return null
  const link = 'inline-flex min-h-6 items-center text-cinnabar underline underline-offset-2'
  return (
    <p className="figures flex flex-wrap gap-x-4 text-xs text-muted">
      {name !== null && proof !== null ? (
        <LocalLink to={proof} className={link}>
          {name}
        </LocalLink>
      ) : (
        name
      )}
      {correctsId === null ? null : (
        <LocalLink to={`${list}?line=${correctsId}`} className={link}>
          {t.corrects(correctsId)}
        </LocalLink>
      )}
    </p>
  )
}
