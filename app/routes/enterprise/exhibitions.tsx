import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnFairs, readOwnResults } from '#app/domain/exhibitions/own-results.server.ts'
import { OwnFairs, OwnResults } from '#app/domain/exhibitions/ui/own-results.tsx'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'see-dashboard')
  const asked = queryText(new URL(request.url).searchParams, 'fair')
  const fairs = await listOwnFairs(getServices(), scope)
  const fair = fairs.find(({ slug }) => slug === asked) ?? fairs[0]
  const results = fair ? await readOwnResults(getServices(), scope, fair.id) : null
  const title = pageTitle(request, (t) => t.fairs.results.title)
  return { title, base: `/enterprise/${scope.slug}/exhibitions`, fairs, chosen: fair?.slug ?? '', results }
}

export default function Exhibitions() {
  const t = useStaffMessages().fairs.results
  const { base, fairs, chosen, results } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      {results ? (
        <div className="grid grid-cols-1 gap-6">
          <OwnFairs base={base} fairs={fairs} chosen={chosen} />
          <OwnResults results={results} entries={`${base}/${chosen}/entries`} />
        </div>
      ) : (
        <EmptyState title={t.none} text={t.noneText} />
      )}
    </>
  )
}
