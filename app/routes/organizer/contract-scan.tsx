import type { LoaderFunctionArgs } from '@remix-run/node'
import { findScan } from '#app/domain/contracts/contract-views.server.ts'
import { privatePaperAnswer } from '#app/platform/private-files.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** The very bytes whose hash stands on the contract's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOrganizer(request, 'handle-contracts')
  const services = getServices()
  const scan = await findScan(services, params.contract ?? '')
  return privatePaperAnswer(services.env.DATA_DIR, scan?.key ?? null, scan?.name ?? '')
}
