import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  type CodeOnItsWay,
  type CodeRefusal,
  requestSignInCode,
} from '#app/domain/people/request-sign-in-code.server.ts'
import { isSignedIn } from '#app/domain/people/scope.ts'
import { type SignInRefusal, signIn } from '#app/domain/people/sign-in.server.ts'
import { SignInForm, type SignInState } from '#app/domain/people/ui/sign-in-form.tsx'
import { barePath, localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { findVisitor, localRedirect, readBrowser, signedInHeaders } from '#app/platform/session.server.ts'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { findPause, findSentCode, pauseAfter, rememberSentCode } from './sent-code.server.ts'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const redirectTo = localRedirect(searchParams.get('redirectTo'))
  if (isSignedIn(await findVisitor(request))) throw redirect(inLanguage(request, redirectTo))
  const hasOutbox = getServices().env.DEV_PAGES
  const sent = searchParams.has('other-phone') ? null : await findSentCode(request)
  const state = sent ? secondStep(sent.phone, pauseAfter(sent)) : firstStep
  return { title: pageTitle(request, (t) => t.account.signIn.title), redirectTo, hasOutbox, state }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const command = {
    phone: text('phone'),
    hasConsented: form.get('consent') === 'on',
    address: context.clientAddress,
  }
  if (text('intent') !== 'sign-in') {
    const locale = localeOf(new URL(request.url).pathname)
    const browser = readBrowser(request)
    const sent = await requestSignInCode(getServices(), { ...command, browser, locale })
    return sent.ok
      ? await askForCode(request, sent.value, form.get('redirectTo'))
      : refuse(sent, command, form.has('code') ? 'code' : 'phone', await findPause(request))
  }
  const visitor = await findVisitor(request)
  const ticket = (await findSentCode(request))?.ticket ?? null
  const signedIn = await signIn(getServices(), visitor, { ...command, code: text('code'), ticket })
  if (!signedIn.ok) return refuse(signedIn, command, 'code', await findPause(request))
  const target = inLanguage(request, localRedirect(form.get('redirectTo')))
  const headers = signedInHeaders(signedIn.value)
  headers.append('Set-Cookie', await rememberSentCode(request, null))
  return redirect(target, { headers })
}

export default function SignIn() {
  const t = useMessages().account.signIn
  const { redirectTo, hasOutbox, state: loaded } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? loaded
  return (
    <div className="page max-w-text">
      <PageHeading title={state.step === 'code' ? t.codeTitle : t.title} text={t.text} />
      <Card>
        <SignInForm state={state} redirectTo={redirectTo} />
        {hasOutbox && state.step === 'code' ? <OutboxNote /> : null}
      </Card>
      <p className="py-4 text-sm text-muted">{t.guestNote}</p>
    </div>
  )
}

function OutboxNote() {
  const t = useMessages().account.signIn
  return (
    <p className="mt-4 border-t border-line pt-4 text-sm text-muted">
      {t.developmentNote}
      <LocalLink to="/dev/outbox" target="_blank" className="ml-1 text-cinnabar underline underline-offset-4">
        {t.developmentLink}
      </LocalLink>
    </p>
  )
}

const firstStep: SignInState = { step: 'phone', phone: '', hasConsented: false, resendIn: 0, problem: null }

function secondStep(phone: string, resendIn: number): SignInState {
  return { step: 'code', phone, hasConsented: true, resendIn, problem: null }
}

/** A page of its own address, so that it is there again when the phone has shown the message. */
async function askForCode(request: Request, code: CodeOnItsWay, back: FormDataEntryValue | null) {
  const sent = { ...code, sentAt: getServices().clock.now().getTime() }
  const target = new URLSearchParams({ redirectTo: localRedirect(back) })
  return redirect(`${inLanguage(request, '/account/sign-in')}?${target}`, {
    headers: { 'Set-Cookie': await rememberSentCode(request, sent) },
  })
}

/** A refused number goes back to the first step; a refused code, or too soon a wish for another, stays at the second. */
function refuse(
  refusal: CodeRefusal | SignInRefusal,
  { phone, hasConsented }: { phone: string; hasConsented: boolean },
  step: SignInState['step'],
  pause: number,
) {
  const isAboutPhone = refusal.code === 'invalid-phone' || refusal.code === 'no-consent'
  const at = isAboutPhone ? 'phone' : step
  const field = refusal.code === 'no-consent' ? 'consent' : at
  const resendIn = refusal.code === 'too-many' ? refusal.detail.retryAfterSeconds : pause
  const state: SignInState = { step: at, phone, hasConsented, resendIn, problem: { field, refusal } }
  return data(state, refusal.code === 'too-many' ? tooManyRequests(refusal) : {})
}

function inLanguage(request: Request, path: string): string {
  return localPath(localeOf(new URL(request.url).pathname), barePath(path))
}
