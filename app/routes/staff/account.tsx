import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/domain/staff/change-password.server.ts'
import { listRoles } from '#app/domain/staff/find-scope.server.ts'
import { isEnterpriseRole } from '#app/domain/staff/roles.ts'
import { endOtherSessions, endOwnSession, listOwnSessions } from '#app/domain/staff/sessions.server.ts'
import { setMorningMessage } from '#app/domain/staff/set-morning-message.server.ts'
import { NoticeForm, PasswordForm, SessionList, WhoAmI } from '#app/domain/staff/ui/own-account.tsx'
import { StaffHeader } from '#app/domain/staff/ui/staff-shell.tsx'
import { isUuid } from '#app/kernel/ids.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { tooManyRequests } from '#app/platform/personal-page.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireStaff } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta, retryHeaders as headers } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireStaff(request)
  const services = getServices()
  const title = pageTitle(request, (t) => t.staff.account.title)
  const { hasMorningMessage, ...standing } = await listRoles(
    services.db,
    localeOf(new URL(request.url).pathname),
    scope,
  )
  const { name, login } = scope
  return {
    ...{ title, name, login, ...standing },
    /** Null for who is of no enterprise: nothing waits for them in the morning. */
    morning: standing.roles.some(({ role }) => isEnterpriseRole(role)) ? hasMorningMessage : null,
    sessions: await listOwnSessions(services, scope),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireStaff(request)
  const services = getServices()
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  if (text('intent') === 'change-password') {
    const changed = await changePassword(services, scope, { current: text('current'), next: text('next') })
    if (changed.ok) return data({ done: true, failure: undefined })
    const status = changed.code === 'too-many' ? tooManyRequests(changed) : { status: 400 }
    return data({ done: false, failure: changed.code }, status)
  }
  if (text('intent') === 'set-morning-message')
    await setMorningMessage(services, scope, text('morning') === 'on')
  if (text('intent') === 'end-others') await endOtherSessions(services, scope)
  if (text('intent') === 'end' && isUuid(text('id'))) await endOwnSession(services, scope, text('id'))
  return redirect(new URL(request.url).pathname)
}

export default function StaffAccount() {
  const words = useStaffMessages()
  const t = words.staff.account
  const { sessions, morning, ...person } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <StaffHeader title={words.common.shop} home="/staff" />
      <main className="page grid max-w-text gap-6 pb-16 *:first:-mb-6">
        <PageHeading title={t.title} />
        <WhoAmI {...person} />
        {morning === null ? null : <NoticeForm isWanted={morning} />}
        <SessionList sessions={sessions} />
        <PasswordForm answer={answer} />
      </main>
    </>
  )
}
