import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listBoothsOfDay } from '#app/domain/booths/booths-of-day.server.ts'
import { readDay } from '#app/domain/booths/shanghai-days.ts'
import { BoothTable } from '#app/domain/booths/ui/booth-table.tsx'
import { DayPicker } from '#app/domain/booths/ui/day-sales.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-figures')
  const services = getServices()
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const day = readDay(searchParams.get('day'), services.clock.now())
  const name = inLocale(locale, fair.name, fair.nameEn)
  return {
    title: pageTitle(request, (t) => `${t.booths.overview.title} · ${name}`),
    fair: fair.slug,
    day,
    booths: await listBoothsOfDay(services, scope, locale, { exhibitionId: fair.id, day }),
    mayOpen: organizerMay(scope, 'record-sales'),
  }
}

export default function FairBooths() {
  const t = useStaffMessages().booths.overview
  const { fair, day, booths, mayOpen } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="grid gap-1">
        <h2 className="text-lg font-medium">{t.title}</h2>
        <p className="text-sm text-muted">{t.text}</p>
      </div>
      <DayPicker day={day} />
      {booths.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <BoothTable fair={fair} day={day} booths={booths} mayOpen={mayOpen} />
      )}
    </>
  )
}
