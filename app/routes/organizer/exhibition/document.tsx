import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDocument } from '#app/domain/exhibitions/documents.server.ts'
import { privatePaperAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireFair } from './require-fair.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition)
  const services = getServices()
  const document = await findDocument(services, fair, params.document ?? '')
  return privatePaperAnswer(services.env.DATA_DIR, document?.fileKey ?? null, document?.fileName ?? '')
}
