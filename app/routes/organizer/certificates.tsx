import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  listCertificateChoices,
  listCertificates,
} from '#app/domain/certificates/certificate-views.server.ts'
import { submitCertificate } from '#app/domain/certificates/issue-certificate.server.ts'
import { CertificateForm } from '#app/domain/certificates/ui/certificate-form.tsx'
import { CertificateList } from '#app/domain/certificates/ui/certificate-list.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'issue-certificates')
  const { pathname, searchParams } = new URL(request.url)
  const [services, locale] = [getServices(), localeOf(pathname)]
  const [page, choices] = await Promise.all([
    listCertificates(services, locale, searchParams.get('after')),
    listCertificateChoices(services, locale),
  ])
  const today = shanghaiDay(services.clock.now())
  return { title: pageTitle(request, (t) => t.certificates.title), page, choices, today }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'issue-certificates')
  const answer = await submitCertificate(getServices(), scope, await request.formData())
  if ('state' in answer) return data(answer.state, { status: 400 })
  const locale = localeOf(new URL(request.url).pathname)
  return redirect(localPath(locale, `/organizer/certificates/${answer.code}/print`))
}

export default function Certificates() {
  const t = useStaffMessages().certificates
  const { page, choices, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid grid-cols-1 gap-6">
        <CertificateForm choices={choices} today={today} state={useActionData<typeof action>()} />
        {page.items.length > 0 ? (
          <CertificateList items={page.items} />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
      </div>
      <PageTurner next={page.next} />
    </>
  )
}
