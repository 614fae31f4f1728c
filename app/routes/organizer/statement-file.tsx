import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeStatement } from '#app/domain/settlements/statement-file.server.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer } from '#app/platform/sheets/file-answer.server.ts'
import { requireStatement } from './require-statement.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { found } = await requireStatement({ request, params })
  const { settlements } = messagesFor(localeOf(new URL(request.url).pathname))
  const file = await writeStatement(getServices(), found, settlements)
  return fileAnswer(`statement-${found.statement.period}.xlsx`, file)
}
