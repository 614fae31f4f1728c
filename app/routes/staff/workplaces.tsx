import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listWorkplaces, type Workplace } from '#app/domain/staff/find-scope.server.ts'
import { StaffHeader } from '#app/domain/staff/ui/staff-shell.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireStaff } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** With one place to work there is nothing to choose. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const workplaces = await listWorkplaces(getServices().db, staff)
  const [first, second] = workplaces
  if (first && !second) throw redirect(localPath(localeOf(new URL(request.url).pathname), pathTo(first)))
  return { title: pageTitle(request, (t) => t.staff.workplaces.title), workplaces }
}

export default function Workplaces() {
  const words = useStaffMessages()
  const t = words.staff.workplaces
  const { workplaces } = useLoaderData<typeof loader>()
  return (
    <>
      <StaffHeader title={words.common.shop} home="/staff" />
      <main className="page max-w-text">
        {workplaces.length === 0 ? (
          <EmptyState title={t.none} text={t.noneText}>
            <ButtonLink to="/join">{t.join}</ButtonLink>
          </EmptyState>
        ) : (
          <>
            <PageHeading title={t.title} />
            <ul className="grid gap-3">
              {workplaces.map((workplace) => (
                <li key={pathTo(workplace)}>
                  <ButtonLink to={pathTo(workplace)} kind="secondary" size="large" wide>
                    {workplace.kind === 'enterprise' ? workplace.name : t[workplace.kind]}
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </>
  )
}

function pathTo(workplace: Workplace): string {
  return workplace.kind === 'enterprise' ? `/enterprise/${workplace.slug}` : `/${workplace.kind}`
}
