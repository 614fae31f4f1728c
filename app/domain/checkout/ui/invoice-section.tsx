import type { InvoiceTitleView } from '#app/domain/people/invoice-titles.server.ts'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, RadioCard } from '#app/ui/field.tsx'

const kinds = ['none', 'personal', 'company'] as const

type InvoiceSectionProps = {
  state: FormState
  titles: ReadonlyArray<InvoiceTitleView>
  emailHint?: string | undefined
}

/** 发票: the fields appear with the choice, by style alone. Saved titles are offered while typing. */
export function InvoiceSection({ state, titles, emailHint }: InvoiceSectionProps) {
  const t = useMessages().checkout
  const optional = useMessages().common.optional
  const word = useFieldWord()
  const { values } = state
  const kind = kinds.find((known) => known === values.invoiceKind) ?? 'none'
  const field = fieldsOf(state, word)
  return (
    <CardSection id="invoice" title={t.invoice} className="group/invoice gap-4">
      <fieldset className="grid gap-3 sm:grid-cols-3">
        <legend className="sr-only">{t.invoice}</legend>
        {kinds.map((choice) => (
          <RadioCard
            key={choice}
            id={`invoice-${choice}`}
            name="invoiceKind"
            value={choice}
            defaultChecked={choice === kind}
            title={t.invoiceKinds[choice]}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 group-has-[#invoice-none:checked]/invoice:hidden">
        <div className="grid gap-4 sm:grid-cols-2">
          <InputField
            {...field('invoiceTitle')}
            label={t.invoiceName}
            list="invoice-names"
            autoComplete="organization"
            maxLength={100}
          />
          <InputField
            {...field('invoiceEmail')}
            label={t.email}
            hint={emailHint}
            isOptional={optional}
            type="email"
            inputMode="email"
            autoComplete="email"
          />
        </div>
        <div className="hidden group-has-[#invoice-company:checked]/invoice:block">
          <InputField
            {...field('creditCode')}
            label={t.creditCode}
            hint={t.creditCodeHint}
            list="credit-codes"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={24}
          />
        </div>
        <datalist id="invoice-names">
          {titles.map((title) => (
            <option key={title.id} value={title.name} />
          ))}
        </datalist>
        <datalist id="credit-codes">
          {titles.map((title) =>
            title.creditCode ? (
              <option key={title.id} value={title.creditCode}>
                {title.name}
              </option>
            ) : null,
          )}
        </datalist>
        <p className="text-xs text-muted">{t.invoiceNote}</p>
      </div>
    </CardSection>
  )
}
