import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { writePayouts } from '#app/domain/settlements/payout-file.server.ts'
import { formTexts } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** Nothing to look at: whoever comes here by hand is led to the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-statements')
  return redirect(localPath(localeOf(new URL(request.url).pathname), '/organizer/payouts'))
}

/**
 * What is ticked among the statements to be paid, or all of them: `payouts.csv` or `payouts.xlsx`. A form and no link,
 * for it leaves a row in the audit.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'mark-paid')
  const format = formatOf(params.file, 'payouts')
  if (!format) throw new Response(null, { status: 404 })
  const ids = formTexts(await request.formData(), 'statement').filter(isUuid)
  const words = messagesFor(localeOf(new URL(request.url).pathname))
  return fileAnswer(`payouts.${format}`, await writePayouts(getServices(), scope, ids, words, format))
}
