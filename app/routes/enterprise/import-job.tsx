import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnImport } from '#app/domain/listings/import/act-on-import.server.ts'
import { findImport } from '#app/domain/listings/import/import-views.server.ts'
import { JobPage } from '#app/domain/listings/import/ui/job-page.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const after = new URL(request.url).searchParams.get('after')
  const found = await findImport(getServices(), scope, params.job ?? '', after)
  if (!found) throw new Response(null, { status: 404 })
  return {
    title: pageTitle(request, (t) => t.importing.title),
    home: `/enterprise/${scope.slug}/import`,
    ...found,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const acted = await actOnImport(
    getServices(),
    scope,
    params.job ?? '',
    await readForm({ request, context }),
  )
  if (acted.ok) return redirect(new URL(request.url).pathname)
  if (acted.code === 'not-found') throw new Response(null, { status: 404 })
  return data({ failure: acted.code }, { status: 400 })
}

export default function ImportJob() {
  const t = useStaffMessages().importing
  const { home, job, faults } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <>
      <PageHeading title={job.fileName} trail={[{ title: t.back, to: home }]} trailLabel={t.back} />
      <JobPage path={`${home}/${job.id}`} job={job} faults={faults.items} failure={failure} />
      <PageTurner next={faults.next} />
    </>
  )
}
