import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import QRCode from 'qrcode'
import { newTotpSecret, totpAddress } from '#app/domain/staff/second-step.server.ts'
import { replaceStaffSession } from '#app/domain/staff/sessions.server.ts'
import { setUpSecondStep } from '#app/domain/staff/set-up-second-step.server.ts'
import { SetUpForm } from '#app/domain/staff/ui/set-up-form.tsx'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { localRedirect } from '#app/platform/session.server.ts'
import { deviceOf, findStaff, staffHeaders } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** The secret travels in the form: until a code of it was shown, nothing is kept and a GET writes nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, isVerified } = await requireWhoMaySetUp(request)
  const secret = newTotpSecret()
  const redirectTo = localRedirect(new URL(request.url).searchParams.get('redirectTo'), '/staff')
  const title = pageTitle(request, (t) => t.staff.setUp.title)
  return { title, isVerified, redirectTo, secret, qr: await drawCode(secret, scope.login) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { scope } = await requireWhoMaySetUp(request)
  const form = await request.formData()
  const secret = String(form.get('secret') ?? '')
  const done = await setUpSecondStep(getServices(), scope, { secret, code: String(form.get('code') ?? '') })
  if (!done.ok) {
    // The same secret again: the app has it already.
    const again = { secret, qr: await drawCode(secret, scope.login), failure: done.code }
    return data({ again, recoveryCodes: null }, { status: 400 })
  }
  const session = { isVerified: true, device: deviceOf(request) }
  const token = await replaceStaffSession(getServices(), scope, session)
  return data({ again: null, recoveryCodes: done.value.recoveryCodes }, { headers: staffHeaders(token) })
}

/** Without a second step the password is enough to set one up; whoever has one must have passed it. */
async function requireWhoMaySetUp(request: Request) {
  const found = await findStaff(request)
  if (found && (found.isVerified || !found.hasSecondStep)) return found
  throw redirect(localPath(localeOf(new URL(request.url).pathname), '/staff/sign-in'))
}

function drawCode(secret: string, login: string): Promise<string> {
  return QRCode.toString(totpAddress(secret, login), { type: 'svg', margin: 1 })
}

export default function SetUp() {
  const t = useStaffMessages().staff.setUp
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.recoveryCodes) return <Recovery codes={answer.recoveryCodes} to={loaded.redirectTo} />
  const { secret, qr } = answer?.again ?? loaded
  return (
    <main className="page max-w-text">
      <PageHeading title={t.title} text={loaded.isVerified ? t.own : t.text} />
      <Card>
        <SetUpForm secret={secret} qr={qr} failure={answer?.again?.failure} />
      </Card>
    </main>
  )
}

function Recovery({ codes, to }: { codes: ReadonlyArray<string>; to: string }) {
  const t = useStaffMessages().staff.setUp
  return (
    <main className="page max-w-text">
      <PageHeading title={t.recoveryTitle} text={t.recoveryText} />
      <Card className="grid gap-6">
        <ul className="figures grid grid-cols-2 gap-3 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <ButtonLink to={to} size="large" wide reloadDocument className="print:hidden">
          {t.saved}
        </ButtonLink>
      </Card>
    </main>
  )
}
