import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { submitNewFair } from '#app/domain/exhibitions/fair-forms.server.ts'
import { FairForm } from '#app/domain/exhibitions/ui/fair-form.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'manage-exhibitions')
  return { title: pageTitle(request, (t) => t.fairs.create) }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-exhibitions')
  const created = await submitNewFair(getServices(), scope, await request.formData())
  if (!created.ok) return data(created.state, { status: 400 })
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/organizer/exhibitions/${created.slug}/exhibitors`))
}

export default function NewExhibition() {
  const t = useStaffMessages().fairs
  const state = useActionData<typeof action>()
  return (
    <>
      <PageHeading title={t.create} trail={[{ title: t.title, to: '/organizer/exhibitions' }]} />
      <FairForm state={state} values={{ kind: 'trade-fair', city: '北京市', cityEn: 'Beijing' }} isNew />
    </>
  )
}
