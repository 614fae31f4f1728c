import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { passSecondStep } from '#app/domain/staff/sign-in.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { localRedirect } from '#app/platform/session.server.ts'
import { deviceOf, findStaff, staffHeaders } from '#app/platform/staff-session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireHalfSignedIn(request)
  const redirectTo = localRedirect(new URL(request.url).searchParams.get('redirectTo'), '/staff')
  return { title: pageTitle(request, (t) => t.staff.secondStep.title), redirectTo }
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireHalfSignedIn(request)
  const form = await request.formData()
  const command = { code: String(form.get('code') ?? ''), device: deviceOf(request) }
  const passed = await passSecondStep(getServices(), scope, command)
  if (!passed.ok) {
    if (passed.code === 'wrong-code') return data({ failure: passed.code }, { status: 401 })
    return data({ failure: passed.code }, tooManyRequests(passed))
  }
  const target = localPath(
    localeOf(new URL(request.url).pathname),
    localRedirect(form.get('redirectTo'), '/staff'),
  )
  return redirect(target, { headers: staffHeaders(passed.value.token) })
}

/** A session whose password was right; the second step is what this page is for. */
async function requireHalfSignedIn(request: Request) {
  const found = await findStaff(request)
  if (found && !found.isVerified && found.hasSecondStep) return found
  throw redirect(localPath(localeOf(new URL(request.url).pathname), found ? '/staff' : '/staff/sign-in'))
}

export default function SecondStep() {
  const t = useStaffMessages().staff.secondStep
  const { redirectTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useStaffWord()
  return (
    <main className="page max-w-text">
      <PageHeading title={t.title} text={t.text} />
      <Card>
        <Form method="post" noValidate className="grid gap-4">
          <input type="hidden" name="redirectTo" value={redirectTo} />
          <InputField
            id="code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            required
            // biome-ignore lint/a11y/noAutofocus: the page has this one field
            autoFocus
            label={t.code}
            error={word(answer?.failure)}
          />
          <Button size="large" wide>
            {t.submit}
          </Button>
        </Form>
      </Card>
      <p className="py-4 text-sm">
        <LocalLink to="/staff/sign-in" className="py-2 text-cinnabar underline underline-offset-4">
          {t.other}
        </LocalLink>
      </p>
    </main>
  )
}
