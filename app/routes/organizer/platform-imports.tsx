import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openImportDesk } from '#app/domain/livestreams/import/import-views.server.ts'
import { startPlatformImport } from '#app/domain/livestreams/import/start-platform-import.server.ts'
import { RecentImports, UploadForm } from '#app/domain/livestreams/ui/import-desk.tsx'
import { LivestreamTabs } from '#app/domain/livestreams/ui/livestream-tabs.tsx'
import { formFiles, formValues } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-livestreams')
  const locale = localeOf(new URL(request.url).pathname)
  return {
    title: pageTitle(request, (t) => t.livestreams.import.title),
    ...(await openImportDesk(getServices(), locale)),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-livestreams')
  const form = await readForm({ request, context })
  const [file] = formFiles(form, 'file')
  const { fair = '', shop = '' } = formValues(form)
  const started = await startPlatformImport(getServices(), scope, { file, fair, shop })
  if (!started.ok) return data({ failure: started.code }, { status: 400 })
  const { id, isRepeated } = started.value
  const path = `/organizer/livestreams/import/${id}${isRepeated ? '?again=yes' : ''}`
  return redirect(localPath(localeOf(new URL(request.url).pathname), path))
}

export default function PlatformImports() {
  const t = useStaffMessages().livestreams
  const { items, fairs, shops, waitingProducts } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.import.title} text={t.import.text} />
      <LivestreamTabs />
      <div className="grid grid-cols-1 gap-4 py-6">
        {waitingProducts > 0 ? (
          <Notice tone="warning">
            <LocalLink to="/organizer/livestreams/matching" className="underline underline-offset-4">
              {t.matching.waiting(waitingProducts)}
            </LocalLink>
          </Notice>
        ) : null}
        <UploadForm fairs={fairs} shops={shops} failure={useActionData<typeof action>()?.failure} />
        <RecentImports items={items} />
      </div>
    </>
  )
}
