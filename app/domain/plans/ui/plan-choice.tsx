import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, SelectField } from '#app/ui/field.tsx'
import type { PlanView } from '../read-plan.server.ts'

type PlanChoiceProps = Pick<PlanView, 'year' | 'years' | 'isDemonstration'>

/** Which year is shown, of the real figures or of the demonstration's: never of both together. */
export function PlanChoice({ year, years, isDemonstration }: PlanChoiceProps) {
  const { plans: t, common } = useStaffMessages()
  return (
    <Form key={`${year} ${isDemonstration}`} className="flex flex-wrap items-end gap-3">
      <SelectField id="year" name="year" label={t.year} defaultValue={year}>
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
      <CheckboxField id="demo" name="demo" value="1" defaultChecked={isDemonstration}>
        {common.demonstration}
      </CheckboxField>
      <Button kind="secondary">{t.show}</Button>
    </Form>
  )
}
