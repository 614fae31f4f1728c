import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { endSession } from '#app/platform/session.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** Asks, because a link must not sign anybody out. */
export function loader({ request }: LoaderFunctionArgs) {
  return { title: pageTitle(request, (t) => t.account.signOut.title) }
}

export async function action({ request }: ActionFunctionArgs) {
  const home = localPath(localeOf(new URL(request.url).pathname), '/')
  return redirect(home, { headers: await endSession(request) })
}

export default function SignOut() {
  const t = useMessages().account.signOut
  return (
    <div className="page max-w-text">
      <PageHeading title={t.title} text={t.text} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button>{t.submit}</Button>
        <ButtonLink to="/" kind="secondary">
          {t.stay}
        </ButtonLink>
      </Form>
    </div>
  )
}
