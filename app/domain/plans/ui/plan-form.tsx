import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { SalesPlan } from '../sales-plan.ts'

type PlanFormProps = { year: number; plan: SalesPlan | null; state: FormState | undefined }

export function PlanForm({ year, plan, state }: PlanFormProps) {
  const { plans: t, staff } = useStaffMessages()
  const words: Record<string, string> = t.errors
  const seen = plan ? new Date(plan.updatedAt).toISOString() : ''
  const stored: Record<string, string> = {
    year: String(year),
    baseYear: String(plan?.baseYear ?? year - 1),
    base: plan ? yuanInput(plan.baseFen) : '',
    target: plan ? yuanInput(plan.targetFen) : '',
  }
  const field = (name: 'year' | 'baseYear' | 'base' | 'target') => {
    const error = state?.errors[name]
    return {
      id: `plan-${name}`,
      name,
      label: t.fields[name],
      defaultValue: state?.values[name] ?? stored[name],
      error: error && (words[error] ?? staff.errors.unknown),
    }
  }
  return (
    <CardSection id="set" title={t.set}>
      <Form
        key={`${year} ${seen}`}
        method="post"
        noValidate
        className="grid items-start gap-4 md:grid-cols-4"
      >
        <input type="hidden" name="seen" value={state?.values.seen ?? seen} />
        <InputField {...field('year')} inputMode="numeric" autoComplete="off" />
        <InputField {...field('baseYear')} inputMode="numeric" autoComplete="off" />
        <InputField {...field('base')} hint={t.fields.baseHint} autoComplete="off" />
        <InputField {...field('target')} hint={t.fields.targetHint} autoComplete="off" />
        <div className="flex flex-wrap items-center gap-3 md:col-span-4">
          <Button>{t.save}</Button>
          {plan ? (
            <p className="text-xs text-muted">
              {t.setBy(plan.updatedBy, shanghaiMinute(new Date(plan.updatedAt)))}
            </p>
          ) : null}
        </div>
      </Form>
    </CardSection>
  )
}
