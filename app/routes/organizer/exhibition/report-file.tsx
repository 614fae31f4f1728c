import type { LoaderFunctionArgs } from '@remix-run/node'
import { differencesFile, figureLinesFile, writeFigure } from '#app/domain/reports/figure-file.server.ts'
import { findFigure } from '#app/domain/reports/figure-views.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

/**
 * The figure beside what it comes to today (`figure.xlsx`), what makes the difference (`differences.xlsx`), or every line
 * behind it (`lines.xlsx`); each as CSV, too.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const locale = localeOf(new URL(request.url).pathname)
  const { reports } = messagesFor(locale)
  const [services, id, name] = [getServices(), params.figure ?? '', `${fair.slug}-${params.file}`]
  const [figureFormat, lineFormat, differenceFormat] = ['figure', 'lines', 'differences'].map((stem) =>
    formatOf(params.file, stem),
  )
  const lines =
    (lineFormat && (await figureLinesFile(services, fair.id, id, reports, lineFormat))) ||
    (differenceFormat && (await differencesFile(services, fair.id, id, locale, reports, differenceFormat)))
  if (lines) return streamedFile(context, name, lines)
  const figure = figureFormat ? await findFigure(services, fair.id, id, { after: null, locale }) : null
  if (!figure || !figureFormat) throw new Response(null, { status: 404 })
  return fileAnswer(name, await writeFigure(figure, reports, figureFormat))
}
