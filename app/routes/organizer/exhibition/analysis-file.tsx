import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeAnalysis } from '#app/domain/reports/analysis-file.server.ts'
import { readAnalysis } from '#app/domain/reports/read-analysis.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

/** The breakdown that the page shows: `breakdown.csv` or `breakdown.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, fair } = await requireFair(request, params.exhibition, 'read-own-figures')
  const format = formatOf(params.file, 'breakdown')
  if (!format) throw new Response(null, { status: 404 })
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const analysis = await readAnalysis(getServices(), locale, fair, scope, searchParams)
  const file = await writeAnalysis(analysis, messagesFor(locale), format)
  return fileAnswer([fair.slug, analysis.by, analysis.day, params.file].filter(Boolean).join('-'), file)
}
