import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import type { InvoiceAnswer } from '../invoice-forms.server.ts'
import type { InvoiceItem } from '../list-invoices.server.ts'
import { IssueForm, ReplaceForm, ReverseForm } from './invoice-forms.tsx'

type InvoiceListProps = {
  invoices: ReadonlyArray<InvoiceItem>
  /** The enterprise's own address. */
  base: string
  form: InvoiceAnswer['form']
}

export function InvoiceList({ invoices, base, form }: InvoiceListProps) {
  return (
    <ul className="grid gap-3">
      {invoices.map((invoice) => (
        <Card key={invoice.id} as="li" className="grid grid-cols-1 gap-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <LocalLink
              to={`${base}/orders/${invoice.orderNumber}`}
              className="figures py-1 font-medium text-cinnabar underline-offset-4 hover:underline"
            >
              {invoice.orderNumber}
            </LocalLink>
            <Money amount={invoice.amountFen} />
          </div>
          <Facts invoice={invoice} />
          <Reversals invoice={invoice} form={form} />
          {invoice.number === null ? (
            <IssueForm invoice={invoice} state={form?.id === invoice.id ? form : undefined} />
          ) : (
            <>
              <Paper invoice={invoice} base={base} />
              <Replacements invoice={invoice} base={base} />
              <ReplaceForm invoice={invoice} state={form?.id === invoice.id ? form : undefined} />
            </>
          )}
        </Card>
      ))}
    </ul>
  )
}

/** What has to stand on it. */
function Facts({ invoice: { request, requestedAt, issuedAt, number, sequence } }: { invoice: InvoiceItem }) {
  const t = useStaffMessages().invoices
  return (
    <div className="grid gap-1 text-sm">
      {request ? (
        <p>
          {t.kinds[request.kind]} · <span lang="zh-CN">{request.title}</span>
        </p>
      ) : (
        <p className="text-muted">{t.deleted}</p>
      )}
      <p className="figures flex flex-wrap gap-x-4 text-muted">
        {request?.kind === 'company' ? <span>{t.creditCode(request.creditCode)}</span> : null}
        {request?.email ? <span className="break-all">{t.email(request.email)}</span> : null}
        <span>
          {issuedAt ? t.issued(shanghaiMinute(issuedAt)) : t.requested(shanghaiMinute(requestedAt))}
        </span>
        {number ? <span>{t.number(number)}</span> : null}
        {sequence ? <span>{t.sequence(sequence)}</span> : null}
      </p>
    </div>
  )
}

function Reversals({ invoice, form }: { invoice: InvoiceItem; form: InvoiceAnswer['form'] }) {
  const t = useStaffMessages().invoices
  return invoice.reversals.map((reversal) => (
    <div key={reversal.id} className="grid gap-2 border-t border-line pt-3 text-sm">
      {reversal.number ? (
        <p className="figures text-muted">{t.reversed(formatFen(reversal.amountFen), reversal.number)}</p>
      ) : (
        <>
          <p className="text-berry">{t.toReverse(formatFen(reversal.amountFen))}</p>
          <ReverseForm
            id={reversal.id}
            orderNumber={invoice.orderNumber}
            state={form?.id === reversal.id ? form : undefined}
          />
        </>
      )}
    </div>
  ))
}

function Paper({ invoice, base }: { invoice: InvoiceItem; base: string }) {
  const t = useStaffMessages().invoices
  return (
    <div>
      <ButtonLink to={`${base}/invoices/${invoice.id}/paper`} kind="secondary" reloadDocument download>
        {t.download}
      </ButtonLink>
    </div>
  )
}

/** What it was before, for whoever asks about a paper that a buyer still has. */
function Replacements({
  invoice: { id, replacements },
  base,
}: Pick<InvoiceListProps, 'base'> & { invoice: InvoiceItem }) {
  const t = useStaffMessages().invoices.replace
  if (replacements.length === 0) return null
  return (
    <ul className="grid gap-2 border-t border-line pt-3 text-sm text-muted">
      {replacements.map(({ version, number, replacedAt, replacedBy, reason }) => (
        <li key={version} className="grid gap-0.5">
          <span className="figures break-all">{t.old(version, number)}</span>
          <span>{t.by(shanghaiMinute(replacedAt), replacedBy)}</span>
          <span className="break-words text-ink">{reason}</span>
          <LocalLink
            to={`${base}/invoices/${id}/paper?version=${version}`}
            reloadDocument
            download
            className="py-1 text-cinnabar underline-offset-4 hover:underline"
          >
            {t.download}
            <span className="sr-only">{number}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
