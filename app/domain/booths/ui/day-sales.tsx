import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DayAnswer } from '../change-day.server.ts'
import type { DaySale } from '../day-sales.server.ts'

export function DayPicker({ day }: { day: string }) {
  const t = useStaffMessages().booths.day
  return (
    <Form method="get" className="flex items-end gap-3">
      <InputField id="day" name="day" type="date" label={t.pick} defaultValue={day} key={day} />
      <Button kind="secondary">{t.show}</Button>
    </Form>
  )
}

export function DayAnswerNotice({ answer }: { answer: DayAnswer | undefined }) {
  const t = useStaffMessages().booths.day
  const words: Record<string, string> = t.failures
  if (!answer) return null
  if (answer.isDone)
    return (
      <Notice tone="success" role="status">
        {answer.intent === 'void' ? t.voidDone : t.closeDone}
      </Notice>
    )
  const code = answer.failure ?? Object.values(answer.errors)[0] ?? 'unknown'
  return (
    <Notice tone="danger" role="alert">
      {words[code] ?? t.failures.unknown}
    </Notice>
  )
}

/** What the ledger holds of the day; a voided sale stays, struck through, with its reason. */
export function DaySales({ sales }: { sales: ReadonlyArray<DaySale> }) {
  const t = useStaffMessages().booths.day
  if (sales.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  return (
    <CardSection id="sales" title={t.sales}>
      <ul className="grid divide-y divide-line">
        {sales.map((sale) => (
          <SaleRow key={sale.ref} sale={sale} />
        ))}
      </ul>
    </CardSection>
  )
}

function SaleRow({ sale }: { sale: DaySale }) {
  const words = useStaffMessages().booths
  const t = words.day
  const title = sale.title || words.till.other
  const amount = formatFen(fen(sale.amountFen))
  const isVoid = sale.voided !== null
  const measure = sale.grams === null ? t.pieces(sale.pieces) : t.grams(sale.grams)
  return (
    <li className="grid gap-1 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className={isVoid ? 'text-muted line-through' : ''}>
            {title} <span className="text-sm text-muted">{sale.label ?? words.till.otherLabel}</span>
          </p>
          <p className="figures text-sm text-muted">
            {shanghaiMinute(sale.at).slice(11)} · {measure} ·{' '}
            {sale.tender ? words.tenders[sale.tender] : null} · {t.by(sale.by)}
          </p>
        </div>
        <div className="grid shrink-0 justify-items-end gap-1">
          <span className={`figures font-medium ${isVoid ? 'text-muted line-through' : ''}`}>{amount}</span>
          {isVoid ? (
            <Badge tone="berry">{t.voided}</Badge>
          ) : (
            <Badge tone={sale.isVerified ? 'grass' : 'millet'}>
              {sale.isVerified ? t.verified : t.claimed}
            </Badge>
          )}
        </div>
      </div>
      {sale.givesBack ? (
        <p className="text-sm text-muted">{t.givesBack(sale.givesBack, sale.reason ?? '')}</p>
      ) : isVoid ? (
        <p className="text-sm text-muted">{sale.voided || t.undone}</p>
      ) : (
        <VoidForm saleRef={sale.ref} what={`${title} ${amount}`} />
      )}
    </li>
  )
}

function VoidForm({ saleRef, what }: { saleRef: string; what: string }) {
  const t = useStaffMessages().booths.day
  return (
    <details>
      <summary
        aria-label={t.voidLabel(what)}
        className="flex min-h-11 w-fit items-center text-sm text-berry underline-offset-4 hover:underline"
      >
        {t.void}
      </summary>
      <Form method="post" className="flex items-end gap-3 pb-2">
        <input type="hidden" name="intent" value="void" />
        <input type="hidden" name="ref" value={saleRef} />
        <div className="min-w-0 grow">
          <InputField id={`reason-${saleRef}`} name="reason" label={t.reason} maxLength={200} required />
        </div>
        <Button kind="danger">{t.void}</Button>
      </Form>
    </details>
  )
}
