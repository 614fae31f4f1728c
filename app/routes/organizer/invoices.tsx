import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listWaitingInvoices } from '#app/domain/invoices/list-waiting.server.ts'
import { WaitingList } from '#app/domain/invoices/ui/waiting-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-statements')
  const services = getServices()
  return {
    title: pageTitle(request, (t) => t.invoices.waiting.title),
    now: services.clock.now(),
    invoices: await listWaitingInvoices(services, scope, new URL(request.url).searchParams.get('after')),
  }
}

export default function WaitingInvoices() {
  const t = useStaffMessages().invoices
  const { invoices, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.waiting.title} text={t.waiting.text} />
      <div className="grid grid-cols-1 gap-4">
        {invoices.items.length > 0 ? (
          <WaitingList invoices={invoices.items} now={now} />
        ) : (
          <EmptyState title={t.none.waiting} text={t.noneText} />
        )}
        <PageTurner next={invoices.next} />
      </div>
    </>
  )
}
