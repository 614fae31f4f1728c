import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { endStaffSession } from '#app/platform/staff-session.server.ts'

/** A link leads here only by mistake: signing out is a POST. */
export function loader({ request }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(new URL(request.url).pathname), '/staff'))
}

export async function action({ request }: ActionFunctionArgs) {
  const home = localPath(localeOf(new URL(request.url).pathname), '/staff/sign-in')
  return redirect(home, { headers: await endStaffSession(request) })
}
