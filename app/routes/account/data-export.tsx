import type { LoaderFunctionArgs } from '@remix-run/node'
import { archiveOwnData } from '#app/domain/people/own-data-archive.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { streamedFile } from '#app/platform/sheets/file-answer.server.ts'

/** A file to take away: all that the shop keeps about whoever asks, their photos too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  await requireTurn('export-data:shopper', scope.shopperId)
  const { exportedAt, archive } = await archiveOwnData(getServices(), scope)
  return streamedFile(context, `chifeng-my-data-${shanghaiDay(exportedAt)}.zip`, archive)
}
