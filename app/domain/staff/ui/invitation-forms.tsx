import { Form } from '@remix-run/react'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useStaffWord } from './use-staff-word.ts'

/** For somebody who has a session already: one touch. */
export function JoinAsYourself({ name, login }: { name: string; login: string }) {
  const t = useStaffMessages().team.invitation
  return (
    <Card>
      <Form method="post" className="grid gap-4">
        <p>{t.as(name, login)}</p>
        <Button name="intent" value="join" size="large" wide>
          {t.join}
        </Button>
      </Form>
    </Card>
  )
}

export function NewAccountForm({ name, state }: { name: string; state: FormState | undefined }) {
  const words = useStaffMessages()
  const t = words.team.invitation
  const word = useStaffWord()
  const field = fieldsOf(state, word)
  return (
    <CardSection id="account-title" title={t.account}>
      <Form method="post" noValidate className="grid gap-4">
        <InputField
          {...field('name')}
          autoComplete="name"
          required
          label={t.name}
          defaultValue={state?.values.name ?? name}
        />
        <InputField
          {...field('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          label={t.login}
          hint={t.loginHint}
        />
        <InputField
          {...field('password')}
          defaultValue={undefined}
          type="password"
          autoComplete="new-password"
          required
          label={t.password}
          hint={words.staff.account.passwordHint}
        />
        <Button name="intent" value="new-account" size="large" wide>
          {t.submit}
        </Button>
      </Form>
    </CardSection>
  )
}

export function OtherAccount({ title, link, back }: { title: string; link: string; back: string }) {
  return (
    <p className="py-4 text-sm">
      {title}
      <LocalLink
        to={`/staff/sign-in?${new URLSearchParams({ redirectTo: back })}`}
        className="ml-1 py-2 text-cinnabar underline underline-offset-4"
      >
        {link}
      </LocalLink>
    </p>
  )
}
