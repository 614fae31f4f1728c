import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBoothsOfDay } from '#app/domain/booths/booths-of-day.server.ts'
import { readDay } from '#app/domain/booths/shanghai-days.ts'
import { BoothTable } from '#app/domain/booths/ui/booth-table.tsx'
import { DayPicker } from '#app/domain/booths/ui/day-sales.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-figures')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const fair = params.exhibition ?? ''
  const day = readDay(searchParams.get('day'), services.clock.now())
  const found = await listBoothsOfDay(services, scope, localeOf(pathname), { fair, day })
  if (!found) throw new Response(null, { status: 404 })
  const title = pageTitle(request, (t) => `${t.booths.overview.title} · ${found.name}`)
  return { title, fair, day, ...found, mayOpen: organizerMay(scope, 'record-sales') }
}

export default function FairBooths() {
  const t = useStaffMessages().booths.overview
  const { fair, day, name, booths, mayOpen } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={`${name} · ${t.text}`} />
      <div className="grid grid-cols-1 gap-6">
        <DayPicker day={day} />
        {booths.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <BoothTable fair={fair} day={day} booths={booths} mayOpen={mayOpen} />
        )}
      </div>
    </>
  )
}
