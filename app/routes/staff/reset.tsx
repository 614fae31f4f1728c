import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findPasswordReset, resetPassword } from '#app/domain/staff/reset-password.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { knownBrowser } from '#app/platform/staff-session.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { login, isOver } = await requireLink(args, findPasswordReset)
  return { title: pageTitle(args.request, (t) => t.team.reset.title), login, isOver }
}

export async function action(args: ActionFunctionArgs) {
  const { login } = await requireLink(args, findPasswordReset)
  const form = await args.request.formData()
  const command = { token: args.params.token ?? '', password: String(form.get('password') ?? '') }
  const reset = await resetPassword(getServices(), command)
  return reset.ok
    ? data({ failure: undefined }, { headers: knownBrowser(login) })
    : data({ failure: reset.code }, { status: 400 })
}

export default function ResetPassword() {
  const t = useStaffMessages().team.reset
  const { login, isOver } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <main className="page max-w-text">
      {answer && !answer.failure ? (
        <EmptyState title={t.doneTitle} text={t.doneText}>
          <ButtonLink to="/staff/sign-in">{t.signIn}</ButtonLink>
        </EmptyState>
      ) : isOver ? (
        <EmptyState title={t.overTitle} text={t.overText}>
          <ButtonLink to="/staff/forgot">{t.again}</ButtonLink>
        </EmptyState>
      ) : (
        <NewPassword login={login} failure={answer?.failure} />
      )}
    </main>
  )
}

function NewPassword({ login, failure }: { login: string; failure: string | undefined }) {
  const words = useStaffMessages()
  const t = words.team.reset
  const word = useStaffWord()
  return (
    <>
      <PageHeading title={t.title} text={t.text(login)} />
      <Card>
        <Form method="post" noValidate className="grid gap-4">
          <input type="hidden" name="login" autoComplete="username" value={login} />
          <InputField
            id="password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            label={t.password}
            hint={words.staff.account.passwordHint}
            error={word(failure)}
          />
          <Button size="large" wide>
            {t.submit}
          </Button>
        </Form>
      </Card>
    </>
  )
}
