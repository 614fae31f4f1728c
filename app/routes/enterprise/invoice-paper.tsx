import type { LoaderFunctionArgs } from '@remix-run/node'
import { findOwnPaper } from '#app/domain/invoices/find-paper.server.ts'
import { privatePaperAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'issue-invoices')
  const services = getServices()
  const version = new URL(request.url).searchParams.get('version')
  const paper = await findOwnPaper(services, scope, params.invoice ?? '', version ? Number(version) : null)
  return privatePaperAnswer(services.env.DATA_DIR, paper?.fileKey ?? null, `${paper?.number}.pdf`)
}
