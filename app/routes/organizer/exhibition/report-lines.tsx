import type { LoaderFunctionArgs } from '@remix-run/node'
import { figureFile } from '#app/domain/reports/figure-file.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { streamedFile } from '#app/platform/sheets/file-answer.server.ts'
import { requireFair } from './require-fair.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const locale = localeOf(new URL(request.url).pathname)
  const { columns: c } = messagesFor(locale).reports.one
  const headings = [
    c.id,
    c.time,
    c.channel,
    c.kind,
    c.enterprise,
    c.product,
    c.quantity,
    c.fen,
    c.district,
    c.reference,
  ]
  const file = await figureFile(getServices(), fair.id, params.figure ?? '', headings)
  if (!file) throw new Response(null, { status: 404 })
  return streamedFile(context, `${fair.slug}-lines.csv`, file)
}
