import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { getPlaces } from '#app/domain/catalog/places.server.ts'
import { FairHeading } from '#app/domain/exhibitions/ui/fair-heading.tsx'
import { FairTabs, tabsFor } from '#app/domain/exhibitions/ui/fair-tabs.tsx'
import { inLocale, localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { requireFair } from './require-fair.server.ts'

export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const { divisionByCode } = await getPlaces(getServices())
  const { name, nameEn } = divisionByCode.get(scope.divisionCode ?? '') ?? {}
  const division = inLocale(localeOf(new URL(request.url).pathname), name ?? '', nameEn ?? '')
  return { fair, tabs: tabsFor(scope), division }
}

export default function ExhibitionLayout() {
  const { fair, tabs, division } = useLoaderData<typeof loader>()
  const t = useStaffMessages().fairs
  return (
    <>
      <FairHeading fair={fair} />
      <FairTabs slug={fair.slug} shown={tabs} hasPublicWall={fair.isPublished && fair.hasPublicFigure} />
      <div className="grid grid-cols-1 gap-6 py-6">
        {division ? <Notice>{t.ownDivision(division)}</Notice> : null}
        <Outlet />
      </div>
    </>
  )
}
