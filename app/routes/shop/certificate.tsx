import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseCode, shownCode } from '#app/domain/certificates/certificate.ts'
import { checkCertificate } from '#app/domain/certificates/certificate-views.server.ts'
import { CheckedCertificate } from '#app/domain/certificates/ui/checked-certificate.tsx'
import { CodeForm } from '#app/domain/certificates/ui/code-form.tsx'
import { localeOf } from '#app/kernel/locale.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { followLink } from '#app/platform/follow-link.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [services, locale] = [getServices(), localeOf(new URL(request.url).pathname)]
  const { title } = certificateCheckWords(locale)
  const typed = params.code ?? ''
  const code = parseCode(typed)
  const found = await followLink(services.limits, context.clientAddress, async () =>
    code ? await checkCertificate(services, locale, code) : null,
  )
  if (found.ok) return { title, typed, certificate: found.value }
  if (found.code === 'too-many') throw new Response(null, tooManyRequests(found))
  return data({ title, typed, certificate: null }, { status: 404 })
}

export default function CheckedCode() {
  const { typed, certificate } = useLoaderData<typeof loader>()
  const words = certificateCheckWords(useLocale())
  return (
    <div className="page grid max-w-text grid-cols-1 gap-6 *:first:-mb-6">
      <PageHeading title={words.title} text={certificate ? shownCode(certificate.code) : words.text} />
      {certificate ? (
        <>
          <CheckedCertificate certificate={certificate} />
          <div>
            <ButtonLink to="/certificates" kind="quiet">
              {words.again}
            </ButtonLink>
          </div>
        </>
      ) : (
        <>
          <Notice tone="danger" role="alert" title={words.unknown}>
            {words.unknownText}
          </Notice>
          <CodeForm typed={typed} />
        </>
      )}
    </div>
  )
}
