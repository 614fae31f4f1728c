import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerInvoiceForm } from '#app/domain/invoices/invoice-forms.server.ts'
import { type InvoiceItem, listInvoices } from '#app/domain/invoices/list-invoices.server.ts'
import { readInvoiceStand } from '#app/domain/invoices/stands.ts'
import { InvoiceList } from '#app/domain/invoices/ui/invoice-list.tsx'
import { InvoiceSearch } from '#app/domain/invoices/ui/invoice-search.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { StandTabs } from '#app/domain/staff/ui/stand-tabs.tsx'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'issue-invoices')
  const { searchParams } = new URL(request.url)
  const stand = readInvoiceStand(searchParams.get('stand'))
  const text = queryText(searchParams, 'q')
  return {
    title: pageTitle(request, (t) => t.invoices.title),
    base: `/enterprise/${scope.slug}`,
    stand,
    text,
    invoices: await listInvoices(getServices(), scope, stand, searchParams.get('after'), text),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'issue-invoices')
  const asked = await readForm({ request, context })
  const { done, form, isOvertaken } = await answerInvoiceForm(getServices(), scope, asked)
  if (form) return data({ form }, { status: isOvertaken ? 409 : 400 })
  const { pathname, searchParams } = new URL(request.url)
  // By a redirect, so that a reload does not issue again.
  return redirect(`${pathname}?stand=${readInvoiceStand(searchParams.get('stand'))}&done=${done}`)
}

export default function Invoices() {
  const t = useStaffMessages().invoices
  const { base, stand, text, invoices } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  const done = useDone()
  const isGone = form && !invoices.items.some((invoice) => isOf(invoice, form.id))
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-4">
        <Outcome done={!form && done} failure={isGone && t.gone} />
        <StandTabs words={t.stands} stand={stand} label={t.title} />
        <InvoiceSearch key={stand} stand={stand} text={text} />
        {invoices.items.length > 0 ? (
          <InvoiceList invoices={invoices.items} base={base} form={form} />
        ) : (
          <EmptyState title={t.none[stand]} text={t.noneText} />
        )}
        <PageTurner next={invoices.next} />
      </div>
    </>
  )
}

function isOf({ id, reversals }: InvoiceItem, formId: string): boolean {
  return id === formId || reversals.some((reversal) => reversal.id === formId)
}

function useDone(): string | undefined {
  const words: Record<string, string> = useStaffMessages().invoices.done
  const done = useQuery().get('done') ?? ''
  return Object.hasOwn(words, done) ? words[done] : undefined
}
