import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listFairChoices } from '#app/domain/exhibitions/list-fair-choices.server.ts'
import { readPlatformImport } from '#app/domain/livestreams/import/platform-import.server.ts'
import {
  mapPlatformImport,
  resumePlatformImport,
} from '#app/domain/livestreams/import/start-platform-import.server.ts'
import { ImportBadge } from '#app/domain/livestreams/ui/import-desk.tsx'
import { ImportState, RowProblems } from '#app/domain/livestreams/ui/import-state.tsx'
import { OrderMappingForm } from '#app/domain/livestreams/ui/order-mapping-form.tsx'
import { useImportWord } from '#app/domain/livestreams/ui/use-import-word.ts'
import { formFiles } from '#app/kernel/form.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const job = await readPlatformImport(sqlOn(getServices().pool), params.import ?? '')
  if (!job) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  return {
    title: pageTitle(request, (t) => t.livestreams.import.title),
    job,
    isRepeated: searchParams.get('again') === 'yes',
    fairs: job.status === 'mapping' ? await listFairChoices(getServices(), localeOf(pathname)) : [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const form = await readForm({ request, context })
  const id = params.import ?? ''
  const [file] = formFiles(form, 'file')
  const done =
    form.get('intent') === 'map'
      ? await mapPlatformImport(getServices(), scope, id, { form, file })
      : await resumePlatformImport(getServices(), scope, id)
  if (!done.ok && done.code === 'not-found') throw new Response(null, { status: 404 })
  return done.ok ? null : data({ failure: done.code }, { status: 400 })
}

export default function PlatformImportPage() {
  const t = useStaffMessages()
  const { job, isRepeated, fairs } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const word = useImportWord()
  return (
    <>
      <PageHeading
        title={job.fileName}
        trailLabel={t.common.breadcrumbs}
        trail={[{ title: t.livestreams.import.title, to: '/organizer/livestreams/import' }]}
        badges={<ImportBadge status={job.status} />}
      />
      <div className="grid grid-cols-1 gap-4">
        {isRepeated ? <Notice role="status">{t.livestreams.import.repeated}</Notice> : null}
        <Outcome failure={failure && word(failure)} />
        <ImportState job={job} />
        {job.waitingRows > 0 ? (
          <Notice tone="warning">{t.livestreams.import.waiting(job.waitingRows)}</Notice>
        ) : null}
        {job.unmatchedRows > 0 ? (
          <Notice tone="warning">
            <LocalLink to="/organizer/livestreams/matching" className="underline underline-offset-4">
              {t.livestreams.import.unmatched(job.unmatchedRows)}
            </LocalLink>
          </Notice>
        ) : null}
        <RowProblems job={job} />
        {job.status === 'mapping' ? (
          <OrderMappingForm columns={job.columns} fairs={fairs} fair={job.fair} />
        ) : null}
      </div>
    </>
  )
}
