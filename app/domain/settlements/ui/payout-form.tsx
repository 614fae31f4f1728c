import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { inLocale, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseStatement } from '../list-all-statements.server.ts'
import type { Direction } from '../mark-paid.server.ts'
import { PaySection } from './pay-form.tsx'
import { usePeriodWord } from './use-period-word.ts'

type PayoutFormProps = {
  direction: Direction
  statements: ReadonlyArray<EnterpriseStatement>
  isTicked: (id: string) => boolean
  state: FormState | undefined
  /** The address of this page with all of its rows ticked. */
  allTicked: string
}

/**
 * Several at once, under the number of the transfer that paid them. As a document: one of its buttons asks for a file,
 * which no script of the page could keep.
 */
export function PayoutForm({ direction, statements, isTicked, state, allTicked }: PayoutFormProps) {
  const words = useStaffMessages().settlements
  const t = words.payout
  const word = useStaffWord()
  return (
    <Form method="post" noValidate reloadDocument className="grid grid-cols-1 gap-4">
      <CardSection id="due" title={words.directions[direction].due}>
        <LocalLink to={allTicked} className="py-1 text-sm text-cinnabar underline-offset-4 hover:underline">
          {t.tickAll}
        </LocalLink>
        <fieldset
          className="grid divide-y divide-line"
          aria-describedby={state?.errors.statement ? 'chosen' : undefined}
        >
          <legend className="sr-only">{words.directions[direction].due}</legend>
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
      <PaySection direction={direction} text={words.directions[direction].severalText} state={state} />
      {direction === 'pay' ? <PayoutFiles /> : null}
    </Form>
  )
}

/** What the bank is given, of those that are ticked, or of all. Behind the other button, which Enter presses. */
function PayoutFiles() {
  const t = useStaffMessages()
  const locale = useLocale()
  return (
    <CardSection id="files" title={t.settlements.payout.files}>
      <p className="text-sm text-muted">{t.settlements.payout.fileHint}</p>
      <div className="flex flex-wrap gap-2">
        {(['XLSX', 'CSV'] as const).map((format) => (
          <Button
            key={format}
            kind="secondary"
            size="small"
            formAction={localPath(locale, `/organizer/payouts/payouts.${format.toLowerCase()}`)}
          >
            {t.staff.takeAway.download(format)}
          </Button>
        ))}
      </div>
    </CardSection>
  )
}

function Due({ statement, isTicked }: { statement: EnterpriseStatement; isTicked: boolean }) {
  const { id, period, netFen, enterpriseName, enterpriseNameEn, accountEnding } = statement
  const name = inLocale(useLocale(), enterpriseName, enterpriseNameEn)
  const t = useStaffMessages().settlements.account
  return (
    <div className="flex items-center justify-between gap-4 py-1">
      <CheckboxField id={`statement-${id}`} name="statement" value={id} defaultChecked={isTicked}>
        {name}{' '}
        <span className="figures block text-muted">
          {usePeriodWord()(period)}
          {netFen > 0 ? (
            <>
              {' · '}
              {accountEnding ? t.ending(accountEnding) : <span className="text-berry">{t.missing}</span>}
            </>
          ) : null}
        </span>
      </CheckboxField>
      <Money amount={netFen} />
    </div>
  )
}
