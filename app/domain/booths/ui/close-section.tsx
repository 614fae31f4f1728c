import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { BoothDay, CloseView } from '../booth-day.server.ts'
import type { DayAnswer } from '../change-day.server.ts'
import { sumOf, type TenderSums, tenders } from '../tender.ts'

type CloseSectionProps = {
  day: string
  /** How many are `late`, that no close covers. */
  counted: Omit<BoothDay, 'late'> & { late: number }
  answer: DayAnswer | undefined
}

/** Cash-up: what the ledger expects of the day, what was counted, and why they differ. */
export function CloseSection({ day, counted, answer }: CloseSectionProps) {
  const t = useStaffMessages().booths.day
  const { closes, late, entries } = counted
  const form = <CloseForm day={day} counted={counted} answer={answer} />
  return (
    <CardSection id="close" title={t.close}>
      {closes.length > 0 ? <Closes closes={closes} /> : null}
      {late === 0 ? <p className="text-muted">{t.nothing}</p> : null}
      {late > 0 && closes.length > 0 ? <Notice tone="warning">{t.late(late)}</Notice> : null}
      {late > 0 ? form : null}
      {late === 0 && entries > 0 ? (
        <details open={answer?.intent === 'close' && !answer.isDone}>
          <summary className="flex min-h-11 w-fit items-center text-sm text-cinnabar underline-offset-4 hover:underline">
            {t.recount}
          </summary>
          {form}
        </details>
      ) : null}
    </CardSection>
  )
}

function CloseForm({ day, counted, answer }: CloseSectionProps) {
  const t = useStaffMessages().booths.day
  const words: Record<string, string> = t.failures
  const { values = {}, errors = {} } = answer?.intent === 'close' ? answer : {}
  const problem = (name: string) => errors[name] && (words[errors[name]] ?? t.failures.unknown)
  return (
    <Form method="post" className="grid grid-cols-1 gap-4">
      <p className="text-sm text-muted">{t.closeText}</p>
      <p className="text-sm text-muted">{t.otherPhones}</p>
      <input type="hidden" name="intent" value="close" />
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="seen" value={counted.lastEntryId} />
      <input type="hidden" name="closes" value={counted.closes.at(-1)?.number ?? 0} />
      <p className="font-medium">{t.open(counted.entries)}</p>
      <Sums sums={counted.sums} />
      <InputField
        id="counted"
        name="counted"
        label={t.counted}
        inputMode="decimal"
        autoComplete="off"
        required
        defaultValue={values.counted}
        error={problem('counted')}
      />
      <TextareaField
        id="note"
        name="note"
        label={t.note}
        hint={t.noteHint}
        maxLength={200}
        defaultValue={values.note}
        error={answer?.failure?.endsWith('reason-wanted') ? words[answer.failure] : problem('note')}
      />
      <Button size="large" wide>
        {t.submit}
      </Button>
    </Form>
  )
}

function Sums({ sums }: { sums: TenderSums }) {
  const t = useStaffMessages().booths
  return (
    <dl className="grid gap-1">
      {tenders.map((tender) => (
        <Sum key={tender} name={t.tenders[tender]} amount={sums[tender]} />
      ))}
      <Sum name={t.day.total} amount={sumOf(sums)} isTotal />
    </dl>
  )
}

function Sum({ name, amount, isTotal = false }: { name: string; amount: number; isTotal?: boolean }) {
  return (
    <div
      className={`flex justify-between gap-4 ${isTotal ? 'border-t border-line pt-1 font-medium' : 'text-sm'}`}
    >
      <dt>{name}</dt>
      <dd className="figures">{formatFen(fen(amount))}</dd>
    </div>
  )
}

function Closes({ closes }: { closes: ReadonlyArray<CloseView> }) {
  const t = useStaffMessages().booths
  return (
    <ul className="grid divide-y divide-line" aria-label={t.day.closes}>
      {closes.map((close, index) => (
        <li key={close.id} className="grid gap-1 py-2 text-sm">
          <p className="figures font-medium">
            {t.day.closeOf(close.number, shanghaiMinute(close.at), close.by)}
          </p>
          <p className="figures flex flex-wrap gap-x-4 text-muted">
            <span>{t.day.entries(close.entries)}</span>
            <span>{`${t.day.total} ${formatFen(fen(close.amountFen))}`}</span>
            <span>{`${t.day.expectedCash} ${formatFen(fen(close.expectedCashFen))}`}</span>
            <span>{`${t.day.countedCash} ${formatFen(fen(close.countedCashFen))}`}</span>
            <span>{`${t.day.difference} ${formatFen(fen(close.countedCashFen - close.expectedCashFen))}`}</span>
          </p>
          <SinceLast close={close} last={closes[index - 1]} />
          {close.note ? <p className="text-muted">{close.note}</p> : null}
        </li>
      ))}
    </ul>
  )
}

/** What another close of the day found otherwise than the one before it. */
function SinceLast({ close, last }: { close: CloseView; last: CloseView | undefined }) {
  const t = useStaffMessages().booths.day
  if (!last) return null
  const change = (of: (close: CloseView) => number) => {
    const amount = of(close) - of(last)
    return `${amount > 0 ? '+' : ''}${formatFen(fen(amount))}`
  }
  return (
    <p className="figures flex flex-wrap gap-x-4 text-muted">
      <span>{t.sinceLast(close.entries - last.entries)}</span>
      <span>{`${t.total} ${change(({ amountFen }) => amountFen)}`}</span>
      <span>{`${t.expectedCash} ${change(({ expectedCashFen }) => expectedCashFen)}`}</span>
      <span>{`${t.countedCash} ${change(({ countedCashFen }) => countedCashFen)}`}</span>
    </p>
  )
}
