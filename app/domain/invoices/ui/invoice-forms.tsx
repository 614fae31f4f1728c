import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { UploadForm } from '#app/ui/upload-form.tsx'
import type { InvoiceItem } from '../list-invoices.server.ts'

type PaperFormProps = { invoice: InvoiceItem; state: FormState | undefined }

export function IssueForm({ invoice, state }: PaperFormProps) {
  const t = useStaffMessages().invoices
  const amount = formatFen(invoice.amountFen)
  return (
    <PaperForm act="issue" invoice={invoice} state={state}>
      <input type="hidden" name="amountFen" value={invoice.amountFen} />
      {state?.errors.amountFen ? (
        <p role="alert" className="text-sm text-berry">
          {t.issue.amountChanged(amount)}
        </p>
      ) : (
        <p className="text-sm">{t.issue.amount(amount)}</p>
      )}
    </PaperForm>
  )
}

/** The number as it is, to be mended; another file only where that was wrong. */
export function ReplaceForm({ invoice, state }: PaperFormProps) {
  const t = useStaffMessages().invoices.replace
  const word = useInvoiceWord()
  return (
    <PaperForm act="replace" invoice={invoice} state={state}>
      <input type="hidden" name="version" value={invoice.version} />
      <InputField
        id={`reason-${invoice.id}`}
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        maxLength={200}
        defaultValue={state?.values.reason}
        error={word(state?.errors.reason ?? state?.errors.version)}
      />
    </PaperForm>
  )
}

function PaperForm({
  act,
  invoice: { id, orderNumber, number },
  state,
  children,
}: PaperFormProps & { act: 'issue' | 'replace'; children?: ReactNode }) {
  const words = useStaffMessages().invoices
  const t = words[act]
  const word = useInvoiceWord()
  return (
    <Folded title={t.open} label={t.label(orderNumber)} isOpen={Boolean(state)}>
      {act === 'replace' ? <p className="pb-3 text-sm text-muted">{words.replace.text}</p> : null}
      <UploadForm state={state} tooLarge={word('too-large')}>
        <input type="hidden" name="id" value={id} />
        <NumberField
          id={id}
          label={words.issue.number}
          hint={words.issue.numberHint}
          state={state}
          value={number}
        />
        <PaperField id={id} hint={t.paperHint} state={state} />
        {children}
        <div>
          <Button name="intent" value={act} kind={act === 'issue' ? 'primary' : 'secondary'}>
            {t.submit}
          </Button>
        </div>
      </UploadForm>
    </Folded>
  )
}

type ReverseFormProps = { id: string; orderNumber: string; state: FormState | undefined }

export function ReverseForm({ id, orderNumber, state }: ReverseFormProps) {
  const words = useStaffMessages().invoices
  const t = words.reverse
  return (
    <Folded title={t.open} label={t.label(orderNumber)} isOpen={Boolean(state)}>
      <Form method="post" noValidate className="grid gap-4 pt-2">
        <input type="hidden" name="id" value={id} />
        <NumberField id={id} label={t.number} hint={words.issue.numberHint} state={state} />
        <div>
          <Button name="intent" value="reverse" kind="secondary">
            {t.submit}
          </Button>
        </div>
      </Form>
    </Folded>
  )
}

type NumberFieldProps = {
  id: string
  label: string
  hint: string
  state: FormState | undefined
  value?: string | null
}

function NumberField({ id, label, hint, state, value }: NumberFieldProps) {
  const word = useInvoiceWord()
  return (
    <InputField
      id={`number-${id}`}
      name="number"
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={state?.values.number ?? value ?? undefined}
      error={word(state?.errors.number)}
    />
  )
}

function PaperField({ id, hint, state }: Pick<NumberFieldProps, 'id' | 'hint' | 'state'>) {
  const t = useStaffMessages().invoices.issue
  const word = useInvoiceWord()
  return (
    <FileField
      id={`paper-${id}`}
      name="paper"
      accept="application/pdf,.pdf"
      label={t.paper}
      hint={hint}
      error={word(state?.errors.paper)}
      again={state && word('paper-again')}
    />
  )
}

/** Its own words first: a file that is too large is no photo here. */
function useInvoiceWord() {
  const { errors }: { errors: Record<string, string> } = useStaffMessages().invoices
  const word = useStaffWord()
  return (code: string | undefined) => (code === undefined ? undefined : (errors[code] ?? word(code)))
}
