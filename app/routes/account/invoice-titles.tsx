import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  addInvoiceTitle,
  invoiceTitleSchema,
  listInvoiceTitles,
  removeInvoiceTitle,
} from '#app/domain/people/invoice-titles.server.ts'
import { InvoiceTitleForm, InvoiceTitleList } from '#app/domain/people/ui/invoice-titles.tsx'
import { parseForm } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const titles = await listInvoiceTitles(getServices().db, scope)
  return { title: pageTitle(request, (t) => t.account.invoiceTitles.title), titles }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireShopper(request)
  const form = await request.formData()
  const here = new URL(request.url).pathname
  if (form.get('intent') === 'remove') {
    await removeInvoiceTitle(getServices().db, scope, String(form.get('id') ?? ''))
    return redirect(here)
  }
  const parsed = parseForm(invoiceTitleSchema, form)
  if (!parsed.ok) return parsed
  const added = await addInvoiceTitle(getServices(), scope, parsed.value)
  return added.ok
    ? redirect(here)
    : { ok: false as const, values: parsed.values, errors: { name: added.code } }
}

export default function InvoiceTitlesPage() {
  const t = useMessages().account.invoiceTitles
  const { titles } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.title} text={titles.length === 0 ? t.emptyText : ''} />
      <div className="grid max-w-text gap-6">
        {titles.length > 0 ? <InvoiceTitleList titles={titles} /> : null}
        {/* A new form after each title that was saved. */}
        <InvoiceTitleForm key={titles.length} state={state} />
      </div>
    </>
  )
}
