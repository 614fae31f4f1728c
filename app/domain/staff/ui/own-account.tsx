import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { CheckboxField, InputField } from '#app/ui/field.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import type { RoleView } from '../find-scope.server.ts'
import type { SessionView } from '../sessions.server.ts'
import { useStaffWord } from './use-staff-word.ts'

type WhoAmIProps = { name: string; login: string; roles: ReadonlyArray<RoleView>; hasSecondStep: boolean }

export function WhoAmI({ name, login, roles, hasSecondStep }: WhoAmIProps) {
  const { account: t, roles: roleWords } = useStaffMessages().staff
  return (
    <Card>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-3 text-sm">
        <dt className="text-muted">{t.name}</dt>
        <dd>{name}</dd>
        <dt className="text-muted">{t.login}</dt>
        <dd>{login}</dd>
        <dt className="text-muted">{t.roles}</dt>
        <dd className="grid gap-1">
          {roles.map(({ role, place }) => (
            <span key={`${role} ${place}`}>{[roleWords[role], place].filter(Boolean).join(' · ')}</span>
          ))}
        </dd>
        <dt className="content-center text-muted">{t.secondStep}</dt>
        <dd className="flex flex-wrap items-center gap-3">
          <Badge tone={hasSecondStep ? 'grass' : 'plain'}>
            {hasSecondStep ? t.secondStepOn : t.secondStepOff}
          </Badge>
          <ButtonLink to="/staff/set-up?redirectTo=/staff/account" kind="quiet">
            {hasSecondStep ? t.secondStepLink : t.secondStepStart}
          </ButtonLink>
        </dd>
      </dl>
    </Card>
  )
}

/** For those of an enterprise: what waits for it is told in the morning. */
export function NoticeForm({ isWanted }: { isWanted: boolean }) {
  const t = useStaffMessages().staff.account
  return (
    <CardSection id="notices" title={t.notices}>
      <Form method="post" className="grid gap-3">
        <CheckboxField
          id="morning"
          name="morning"
          value="on"
          key={String(isWanted)}
          defaultChecked={isWanted}
        >
          {t.morning}
        </CheckboxField>
        <div>
          <Button name="intent" value="set-morning-message" kind="secondary">
            {t.saveNotices}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}

export function SessionList({ sessions }: { sessions: ReadonlyArray<SessionView> }) {
  const t = useStaffMessages().staff.account
  return (
    <CardSection id="sessions" title={t.sessions} className="gap-4">
      <ul className="grid divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-2 py-2 text-sm"
          >
            <span>
              {session.device}
              <span className="figures ml-2 text-muted">{t.since(shanghaiMinute(session.createdAt))}</span>
            </span>
            {session.isThisOne ? <Badge tone="grass">{t.thisDevice}</Badge> : <EndSession id={session.id} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <Button name="intent" value="end-others" kind="danger">
            {t.endOthers}
          </Button>
        </Form>
      ) : null}
    </CardSection>
  )
}

function EndSession({ id }: { id: string }) {
  const t = useStaffMessages().staff.account
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button name="intent" value="end" kind="quiet" size="small">
        {t.end}
      </Button>
    </Form>
  )
}

export function PasswordForm({
  answer,
}: {
  answer: { done: boolean; failure: string | undefined } | undefined
}) {
  const t = useStaffMessages().staff.account
  const word = useStaffWord()
  const isCurrentWrong = answer?.failure === 'wrong-credentials' || answer?.failure === 'too-many'
  return (
    <CardSection id="password-title" title={t.password}>
      <Form method="post" noValidate className="grid gap-4">
        <Outcome done={answer?.done && t.passwordChanged} />
        <InputField
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          label={t.currentPassword}
          error={isCurrentWrong ? word(answer?.failure) : undefined}
        />
        <InputField
          id="next"
          name="next"
          type="password"
          autoComplete="new-password"
          label={t.newPassword}
          hint={t.passwordHint}
          error={isCurrentWrong ? undefined : word(answer?.failure)}
        />
        <div>
          <Button name="intent" value="change-password" kind="secondary">
            {t.changePassword}
          </Button>
        </div>
      </Form>
    </CardSection>
  )
}
