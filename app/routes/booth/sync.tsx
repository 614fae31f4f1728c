import type { ActionFunctionArgs } from '@remix-run/node'
import { recordSales } from '#app/domain/booths/record-sales.server.ts'
import { uploadSchema } from '#app/domain/booths/sale-schema.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'

/** What a phone kept while it was offline: a batch of sales, each of which is answered. */
export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'record-sales')
  const upload = uploadSchema.safeParse(await readJson(request))
  if (!upload.success) return Response.json({ code: 'malformed' }, { status: 400 })
  return Response.json({ answers: await recordSales(getServices(), scope, upload.data) })
}

/** Null for what is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return null
  }
}
