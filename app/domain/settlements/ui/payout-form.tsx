import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseStatement } from '../list-all-statements.server.ts'
import { PaySection } from './pay-form.tsx'
import { usePeriodWord } from './use-period-word.ts'

type PayoutFormProps = {
  statements: ReadonlyArray<EnterpriseStatement>
  isTicked: (id: string) => boolean
  state: FormState | undefined
  /** The address of this page with all of its rows ticked. */
  allTicked: string
}

/** Several at once, under the number of the transfer that paid them. */
export function PayoutForm({ statements, isTicked, state, allTicked }: PayoutFormProps) {
  const t = useStaffMessages().settlements.payout
  const word = useStaffWord()
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      <CardSection id="due" title={t.due}>
        <LocalLink to={allTicked} className="py-1 text-sm text-cinnabar underline-offset-4 hover:underline">
          {t.tickAll}
        </LocalLink>
        <fieldset
          className="grid divide-y divide-line"
          aria-describedby={state?.errors.statement ? 'chosen' : undefined}
        >
          <legend className="sr-only">{t.due}</legend>
          {statements.map((statement) => (
            <Due key={statement.id} statement={statement} isTicked={isTicked(statement.id)} />
          ))}
        </fieldset>
        {state?.errors.statement ? (
          <p id="chosen" className="text-sm text-berry">
            {word(state.errors.statement)}
          </p>
        ) : null}
      </CardSection>
      <PaySection text={t.text} state={state} />
    </Form>
  )
}

function Due({ statement, isTicked }: { statement: EnterpriseStatement; isTicked: boolean }) {
  const { id, period, netFen, enterpriseName, enterpriseNameEn } = statement
  const name = inLocale(useLocale(), enterpriseName, enterpriseNameEn)
  return (
    <div className="flex items-center justify-between gap-4 py-1">
      <CheckboxField id={`statement-${id}`} name="statement" value={id} defaultChecked={isTicked}>
        {name} <span className="block text-muted">{usePeriodWord()(period)}</span>
      </CheckboxField>
      <Money amount={netFen} />
    </div>
  )
}
