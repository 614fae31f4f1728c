import type { LoaderFunctionArgs } from '@remix-run/node'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return { title: pageTitle(request, (t) => t.account.privacy.deletedTitle) }
}

/** Where the deletion of an account leads. */
export default function AccountClosed() {
  const t = useMessages()
  return (
    <div className="page max-w-text">
      <PageHeading title={t.account.privacy.deletedTitle} text={t.account.privacy.deletedText} />
      <ButtonLink to="/">{t.common.home}</ButtonLink>
    </div>
  )
}
