import type { LoaderFunctionArgs } from '@remix-run/node'
import { figureLinesFile, writeFigure } from '#app/domain/reports/figure-file.server.ts'
import { findFigure } from '#app/domain/reports/figure-views.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf, streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

/** The figure beside what it comes to today (`figure.xlsx`), or every line behind it (`lines.xlsx`); each as CSV, too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const { reports } = messagesFor(localeOf(new URL(request.url).pathname))
  const [services, id, name] = [getServices(), params.figure ?? '', `${fair.slug}-${params.file}`]
  const [figureFormat, lineFormat] = [formatOf(params.file, 'figure'), formatOf(params.file, 'lines')]
  if (lineFormat) {
    const lines = await figureLinesFile(services, fair.id, id, reports, lineFormat)
    if (lines) return streamedFile(context, name, lines)
  }
  const figure = figureFormat ? await findFigure(services, fair.id, id, null) : null
  if (!figure || !figureFormat) throw new Response(null, { status: 404 })
  return fileAnswer(name, await writeFigure(figure, reports, figureFormat))
}
