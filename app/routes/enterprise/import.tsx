import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listImports } from '#app/domain/listings/import/import-views.server.ts'
import { startImport } from '#app/domain/listings/import/start-import.server.ts'
import { ImportPage } from '#app/domain/listings/import/ui/import-page.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const after = new URL(request.url).searchParams.get('after')
  const imports = await listImports(getServices(), scope, after)
  return { title: pageTitle(request, (t) => t.importing.title), home: `/enterprise/${scope.slug}`, imports }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'edit-listings')
  const form = await readForm({ request, context })
  const started = await startImport(getServices(), scope, {
    sheet: fileOf(form, 'sheet'),
    photos: fileOf(form, 'photos'),
  })
  if (!started.ok) return data({ failure: started.code }, { status: 400 })
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/enterprise/${scope.slug}/import/${started.value.id}`))
}

/** A browser sends an empty file for none. */
function fileOf(form: FormData, name: string): File | null {
  const file = form.get(name)
  return file instanceof File && file.size > 0 ? file : null
}

export default function Import() {
  const t = useStaffMessages().importing
  const { home, imports } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <ImportPage home={home} items={imports.items} failure={useActionData<typeof action>()?.failure} />
      <PageTurner next={imports.next} />
    </>
  )
}
