import type { LoaderFunctionArgs } from '@remix-run/node'
import { writePlan } from '#app/domain/plans/plan-file.server.ts'
import { openPlan } from '#app/domain/plans/read-plan.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** What the page shows: `months.csv` or `months.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'read-figures')
  const format = formatOf(params.file, 'months')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const view = await openPlan(getServices(), searchParams)
  return fileAnswer(
    `plan-${view.year}.${format}`,
    await writePlan(view, messagesFor(localeOf(pathname)), format),
  )
}
