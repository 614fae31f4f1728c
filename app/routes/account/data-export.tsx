import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportOwnData } from '#app/domain/people/export-own-data.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'

/** A file to take away: all that the shop keeps about whoever asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  await requireTurn('export-data:shopper', scope.shopperId)
  const own = await exportOwnData(getServices(), scope)
  return new Response(`${JSON.stringify(own, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="chifeng-my-data-${shanghaiDay(own.exportedAt)}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
