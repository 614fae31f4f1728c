import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exhibitionStates } from '#app/domain/exhibitions/exhibition.ts'
import { listFairs } from '#app/domain/exhibitions/fair-list.server.ts'
import { FairFilter, FairList } from '#app/domain/exhibitions/ui/fair-list.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'read-own-figures')
  const { searchParams } = new URL(request.url)
  const state = exhibitionStates.find((known) => known === searchParams.get('state')) ?? null
  const page = await listFairs(getServices(), { state, after: searchParams.get('after') })
  const mayManage = organizerMay(scope, 'manage-exhibitions')
  const mayCompare = organizerMay(scope, 'read-figures')
  return { title: pageTitle(request, (t) => t.fairs.title), state, page, mayManage, mayCompare }
}

export default function Exhibitions() {
  const { comparisons, fairs: t } = useStaffMessages()
  const { state, page, mayManage, mayCompare } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text}>
        <span className="flex flex-wrap gap-3">
          {mayCompare ? (
            <ButtonLink to="/organizer/exhibitions/compare" kind="secondary">
              {comparisons.link}
            </ButtonLink>
          ) : null}
          {mayManage ? <ButtonLink to="/organizer/exhibitions/new">{t.create}</ButtonLink> : null}
        </span>
      </PageHeading>
      <div className="grid grid-cols-1 gap-6">
        <FairFilter state={state} />
        {page.items.length > 0 ? (
          <FairList items={page.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
