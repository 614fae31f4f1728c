import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { CodeRefusal } from '#app/domain/people/request-sign-in-code.server.ts'
import type { SignInRefusal } from '#app/domain/people/sign-in.server.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLedFocus } from '#app/ui/use-led-focus.ts'

/** What the sign-in action answers: which step is next, and what was wrong with this one. */
export type SignInState = {
  step: 'phone' | 'code'
  phone: string
  hasConsented: boolean
  /** Seconds until another code may be asked for. */
  resendIn: number
  problem: { field: 'phone' | 'consent' | 'code'; refusal: CodeRefusal | SignInRefusal } | null
}

export function SignInForm({ state, redirectTo }: { state: SignInState; redirectTo: string }) {
  const isBusy = useNavigation().state !== 'idle'
  const problem = useProblem(state)
  const form = useRef<HTMLFormElement>(null)
  const field = state.problem?.field ?? (state.step === 'code' ? 'code' : null)
  useLedFocus(state, () => field && form.current?.querySelector<HTMLElement>(`#${field}`))
  return (
    <Form method="post" noValidate ref={form} className="grid gap-4" key={state.step}>
      <input type="hidden" name="redirectTo" value={redirectTo} />
      {state.step === 'code' ? (
        <CodeStep state={state} isBusy={isBusy} error={problem('code')} redirectTo={redirectTo} />
      ) : (
        <PhoneStep state={state} isBusy={isBusy} problem={problem} />
      )}
    </Form>
  )
}

type StepProps = { state: SignInState; isBusy: boolean }
type Problem = (field: string) => string | undefined

function PhoneStep({ state, isBusy, problem }: StepProps & { problem: Problem }) {
  const t = useMessages().account.signIn
  return (
    <>
      <InputField
        id="phone"
        name="phone"
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        required
        label={t.phone}
        defaultValue={state.phone}
        error={problem('phone')}
      />
      <CheckboxField
        id="consent"
        name="consent"
        required
        defaultChecked={state.hasConsented}
        error={problem('consent')}
      >
        {t.consent}
        <LocalLink to="/help/privacy" target="_blank" className="text-cinnabar underline underline-offset-4">
          {t.consentLink}
        </LocalLink>
      </CheckboxField>
      <Button name="intent" value="request-code" size="large" wide aria-disabled={isBusy}>
        {t.requestCode}
      </Button>
    </>
  )
}

type CodeStepProps = StepProps & { error: string | undefined; redirectTo: string }

function CodeStep({ state, isBusy, error, redirectTo }: CodeStepProps) {
  const t = useMessages().account.signIn
  return (
    <>
      <input type="hidden" name="phone" value={state.phone} />
      <input type="hidden" name="consent" value="on" />
      <p role="status">{t.codeSent(state.phone)}</p>
      <InputField
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        label={t.code}
        error={error}
        className="figures min-h-12 w-full rounded-sm border border-line-deep bg-card px-3 text-xl tracking-[0.3em] aria-invalid:border-berry"
      />
      <Button name="intent" value="sign-in" size="large" wide aria-disabled={isBusy}>
        {t.submit}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ResendButton state={state} />
        <LocalLink
          to={`/account/sign-in?${new URLSearchParams({ 'other-phone': '', redirectTo })}`}
          reloadDocument
          className="py-2 text-sm text-muted underline underline-offset-4"
        >
          {t.otherPhone}
        </LocalLink>
      </div>
    </>
  )
}

/** Without JavaScript the button is simply there; the server knows the sixty seconds, too. */
function ResendButton({ state }: { state: SignInState }) {
  const t = useMessages().account.signIn
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = Date.now() + state.resendIn * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [state])
  if (left > 0) return <p className="figures py-2 text-sm text-muted">{t.resendIn(left)}</p>
  return (
    <Button name="intent" value="request-code" kind="quiet" className="px-0">
      {t.resend}
    </Button>
  )
}

function useProblem({ problem }: SignInState): Problem {
  const t = useMessages().account.signIn
  return (field) => {
    if (problem?.field !== field) return undefined
    const { refusal } = problem
    return refusal.code === 'too-many'
      ? t.errors['too-many'](wait(refusal.detail.retryAfterSeconds, t))
      : t.errors[refusal.code]
  }
}

type Words = ReturnType<typeof useMessages>['account']['signIn']

function wait(seconds: number, t: Words): string {
  if (seconds < 90) return t.seconds(seconds)
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? t.minutes(minutes) : t.hours(Math.ceil(minutes / 60))
}
