import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { requestPasswordReset } from '#app/domain/staff/request-password-reset.server.ts'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return { title: pageTitle(request, (t) => t.team.forgot.title) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const asked = await requestPasswordReset(getServices(), {
    login: String(form.get('login') ?? ''),
    address: context.clientAddress,
    locale: localeOf(new URL(request.url).pathname),
  })
  return asked.ok ? data({ failure: undefined }) : data({ failure: asked.code }, tooManyRequests(asked))
}

export default function ForgotPassword() {
  const t = useStaffMessages().team.forgot
  const answer = useActionData<typeof action>()
  const word = useStaffWord()
  return (
    <main className="page max-w-text">
      <PageHeading title={t.title} text={t.text} />
      <Card>
        {answer && !answer.failure ? (
          <Notice tone="success" role="status">
            {t.sent}
          </Notice>
        ) : (
          <Form method="post" noValidate className="grid gap-4">
            <InputField
              id="login"
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              label={t.login}
              error={word(answer?.failure)}
            />
            <Button size="large" wide>
              {t.submit}
            </Button>
          </Form>
        )}
      </Card>
      <p className="py-4 text-sm">
        <LocalLink to="/staff/sign-in" className="py-2 text-cinnabar underline underline-offset-4">
          {t.back}
        </LocalLink>
      </p>
    </main>
  )
}
