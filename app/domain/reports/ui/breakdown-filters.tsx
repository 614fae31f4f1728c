import { Form } from '@remix-run/react'
import { FairDayField } from '#app/domain/exhibitions/ui/fair-day-field.tsx'
import { choicesOf } from '#app/kernel/choice.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import type { Breakdown } from '../breakdown.ts'

type BreakdownFiltersProps = {
  choices: ReadonlyArray<Breakdown>
  by: Breakdown
  day: string
}

export function BreakdownFilters({ choices, by, day }: BreakdownFiltersProps) {
  const t = useStaffMessages().analysis
  return (
    <Form
      key={`${by} ${day}`}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[repeat(2,minmax(0,12rem))_auto]"
    >
      <ChoiceField
        id="by"
        name="by"
        label={t.by}
        defaultValue={by}
        choices={choicesOf(choices, t.breakdowns)}
      />
      <FairDayField label={t.day} whole={t.wholeFair} day={day} />
      <Button kind="secondary" className="max-sm:col-span-2 sm:justify-self-start">
        {t.apply}
      </Button>
    </Form>
  )
}
