import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCertificate } from '#app/domain/certificates/certificate-views.server.ts'
import { revokeCertificate } from '#app/domain/certificates/revoke-certificate.server.ts'
import { CertificatePaper } from '#app/domain/certificates/ui/certificate-paper.tsx'
import { RevokeForm } from '#app/domain/certificates/ui/revoke-form.tsx'
import { qrPath } from '#app/domain/exhibitions/qr-path.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'issue-certificates')
  const [services, locale] = [getServices(), localeOf(new URL(request.url).pathname)]
  const certificate = await findCertificate(services, locale, params.code ?? '')
  if (!certificate) throw new Response(null, { status: 404 })
  const address = new URL('/certificates', services.env.PUBLIC_URL).href
  return {
    title: pageTitle(request, (t) => `${t.certificates.title}: ${certificate.subject}`),
    certificate,
    address,
    qr: qrPath(`${address}/${certificate.code}`),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'issue-certificates')
  const state = await revokeCertificate(getServices(), scope, params.code ?? '', await request.formData())
  return data(state, { status: state ? 400 : 200 })
}

export default function Certificate() {
  const t = useStaffMessages().certificates
  const { title: _, ...paper } = useLoaderData<typeof loader>()
  const { code, subject } = paper.certificate
  return (
    <>
      <div className="grid gap-4 pb-6 print:hidden">
        <PageHeading title={subject} trail={[{ title: t.title, to: '/organizer/certificates' }]}>
          <span className="flex flex-wrap gap-3">
            <ButtonLink to={`/certificates/${code}`} kind="secondary">
              {t.check}
            </ButtonLink>
            <PrintButton>{t.print}</PrintButton>
          </span>
        </PageHeading>
        <RevokeForm certificate={paper.certificate} state={useActionData<typeof action>()} />
      </div>
      <CertificatePaper {...paper} />
    </>
  )
}
