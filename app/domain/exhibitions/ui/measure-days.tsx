import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { type ExhibitionKind, measuresOf } from '../exhibition.ts'
import type { Measure } from '../measures.server.ts'
import { useFairWord } from './use-fair-word.ts'

type Counts = { kind: ExhibitionKind; measures: ReadonlyArray<Measure> }

export function MeasureSums({ kind, measures }: Counts) {
  const t = useStaffMessages().fairs
  return (
    <ul className="grid gap-1">
      {measuresOf[kind].map((measure) => {
        const counted = measures.filter((each) => each.kind === measure)
        const sum = counted.reduce((total, { value }) => total + value, 0)
        return (
          <li key={measure} className="figures font-medium">
            {t.counts.sum(t.measures[measure], sum.toLocaleString('en'))}
          </li>
        )
      })}
    </ul>
  )
}

type MeasureDaysProps = Counts & {
  days: ReadonlyArray<string>
  refused: { day: string; state: FormState | null } | undefined
}

/** A small form for each day. */
export function MeasureDays({ kind, days, measures, refused }: MeasureDaysProps) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {days.map((day) => {
        const counted = measures.filter((each) => each.day === day)
        // A form of its own for what stands now: what was seen goes along with it.
        const key = `${day} ${counted.map(({ value }) => value).join()}`
        const state = refused?.day === day ? (refused.state ?? undefined) : undefined
        return <DayForm key={key} kind={kind} day={day} measures={counted} state={state} />
      })}
    </div>
  )
}

function DayForm({ kind, day, measures, state }: Counts & { day: string; state: FormState | undefined }) {
  const t = useStaffMessages().fairs
  const word = useFairWord()
  return (
    <Card as="section" labelledBy={`day-${day}`}>
      <Form method="post" noValidate className="grid gap-3">
        <h2 id={`day-${day}`} className="figures text-sm font-medium">
          {t.counts.day(day)}
        </h2>
        <input type="hidden" name="day" value={day} />
        <div className="flex flex-wrap items-end gap-3">
          {measuresOf[kind].map((measure) => {
            const stands = String(measures.find((each) => each.kind === measure)?.value ?? '')
            return (
              <div key={measure} className="min-w-32 grow">
                <input type="hidden" name={`was.${measure}`} value={stands} />
                <InputField
                  id={`${measure}-${day}`}
                  name={measure}
                  inputMode="numeric"
                  autoComplete="off"
                  label={t.measures[measure]}
                  defaultValue={state?.values[measure] ?? stands}
                  error={word(state?.errors[measure])}
                />
              </div>
            )
          })}
          <Button kind="secondary" aria-label={t.counts.saveLabel(day)}>
            {t.counts.save}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
