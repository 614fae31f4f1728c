import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { signInStaff } from '#app/domain/staff/sign-in.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { localRedirect } from '#app/platform/session.server.ts'
import { deviceOf, enterDesk, readBrowser } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const redirectTo = localRedirect(new URL(request.url).searchParams.get('redirectTo'), '/staff')
  return { title: pageTitle(request, (t) => t.staff.signIn.title), redirectTo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const login = String(form.get('login') ?? '')
  const redirectTo = localRedirect(form.get('redirectTo'), '/staff')
  const signedIn = await signInStaff(getServices(), {
    login,
    password: String(form.get('password') ?? ''),
    address: context.clientAddress,
    device: deviceOf(request),
    browser: readBrowser(request),
  })
  if (!signedIn.ok) {
    if (signedIn.code === 'wrong-credentials') return data({ login, failure: signedIn.code }, { status: 401 })
    return data({ login, failure: signedIn.code, ...signedIn.detail }, tooManyRequests(signedIn))
  }
  return enterDesk(request, signedIn.value, redirectTo)
}

export default function StaffSignIn() {
  const t = useStaffMessages().staff
  const { redirectTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useStaffWord()
  const isBusy = useNavigation().state !== 'idle'
  const wait = answer && 'retryAfterSeconds' in answer ? t.retryAfter(answer.retryAfterSeconds) : ''
  return (
    <main className="page max-w-text">
      <PageHeading title={t.signIn.title} text={t.signIn.text} />
      <Card>
        <Form method="post" noValidate className="grid gap-4">
          {answer ? (
            <Notice tone="danger" role="alert">
              <p>
                {word(answer.failure)} {wait}
              </p>
            </Notice>
          ) : null}
          <input type="hidden" name="redirectTo" value={redirectTo} />
          <InputField
            id="login"
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            label={t.signIn.login}
            defaultValue={answer?.login ?? ''}
          />
          <InputField
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            label={t.signIn.password}
          />
          <Button size="large" wide aria-disabled={isBusy}>
            {t.signIn.submit}
          </Button>
        </Form>
      </Card>
      <p className="flex flex-wrap justify-between gap-4 py-4 text-sm">
        <LocalLink to="/join" className="py-2 text-cinnabar underline underline-offset-4">
          {t.signIn.join}
        </LocalLink>
        <LocalLink to="/staff/forgot" className="py-2 text-cinnabar underline underline-offset-4">
          {t.signIn.forgot}
        </LocalLink>
      </p>
    </main>
  )
}
