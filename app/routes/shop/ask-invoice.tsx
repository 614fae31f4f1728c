import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { InvoiceSection } from '#app/domain/checkout/ui/invoice-section.tsx'
import { askInvoice } from '#app/domain/invoices/ask-invoice.server.ts'
import { invoiceDays } from '#app/domain/invoices/asking.ts'
import { invoiceSchema } from '#app/domain/orders/invoice-form.ts'
import { listInvoiceTitles } from '#app/domain/people/invoice-titles.server.ts'
import { isSignedIn } from '#app/domain/people/scope.ts'
import { after, day, shanghaiMinute } from '#app/kernel/clock.ts'
import { parseForm } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { findVisitor } from '#app/platform/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { requireGroupId, requireOrderGroup } from './require-order.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { number, token, invoice, askRefusal, paidAt } = await requireOrderGroup(args)
  const scope = await findVisitor(args.request)
  return {
    title: pageTitle(args.request, (t) => t.orders.askInvoice.title(number)),
    ...{ number, token, askRefusal },
    until: paidAt && after(paidAt, invoiceDays * day),
    titles: isSignedIn(scope) ? await listInvoiceTitles(getServices().db, scope) : [],
    // The mail address is not shown: links are forwarded.
    hasEmail: Boolean(invoice?.email),
    values: invoice
      ? {
          invoiceKind: invoice.kind,
          invoiceTitle: invoice.title,
          creditCode: invoice.kind === 'company' ? invoice.creditCode : '',
        }
      : { invoiceKind: 'personal' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const groupId = await requireGroupId(args)
  await requireTurn('change-order:order', groupId)
  const parsed = parseForm(invoiceSchema, await args.request.formData())
  if (!parsed.ok) return data({ state: parsed, refusal: null }, { status: 400 })
  const asked = await askInvoice(getServices(), groupId, parsed.value.invoice)
  if (!asked.ok) return data({ state: null, refusal: asked.code }, { status: 409 })
  const locale = localeOf(new URL(args.request.url).pathname)
  return redirect(localPath(locale, `/orders/${args.params.token}`))
}

export default function AskInvoicePage() {
  const t = useMessages().orders.askInvoice
  const { number, token, askRefusal, until, titles, hasEmail, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = askRefusal ?? answer?.refusal
  return (
    <div className="page">
      <PageHeading title={t.title(number)} text={until ? t.until(shanghaiMinute(until)) : ''} />
      <div className="grid max-w-text gap-4">
        {refusal ? (
          <Notice tone="danger" role="alert">
            {t.refusals[refusal]}
          </Notice>
        ) : (
          <Form method="post" noValidate className="grid gap-4">
            <InvoiceSection
              state={answer?.state ?? { values, errors: {} }}
              titles={titles}
              emailHint={hasEmail ? t.emailKept : undefined}
            />
            <div>
              <Button>{t.submit}</Button>
            </div>
          </Form>
        )}
        <LocalLink to={`/orders/${token}`} className="py-1 text-cinnabar underline-offset-4 hover:underline">
          {t.back}
        </LocalLink>
      </div>
    </div>
  )
}
