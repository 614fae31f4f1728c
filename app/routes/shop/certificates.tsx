import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseCode } from '#app/domain/certificates/certificate.ts'
import { CodeForm } from '#app/domain/certificates/ui/code-form.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const typed = queryText(searchParams, 'code')
  const code = parseCode(typed)
  if (code) throw redirect(localPath(locale, `/certificates/${code}`))
  return { title: certificateCheckWords(locale).title, typed }
}

export default function CheckCertificate() {
  const { typed } = useLoaderData<typeof loader>()
  const words = certificateCheckWords(useLocale())
  return (
    <div className="page max-w-text">
      <PageHeading title={words.title} text={words.text} />
      <CodeForm typed={typed} error={typed ? words.badCode : undefined} />
    </div>
  )
}
