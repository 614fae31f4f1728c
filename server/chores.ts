import type { Pool } from 'pg'
import { escalateRequests } from '#app/domain/after-sales/escalate.server.ts'
import { sweepRequestPhotos } from '#app/domain/after-sales/sweep-photos.server.ts'
import { checkAllOrders, checkAllRollups, checkRunningFairs } from '#app/domain/books/check-books.server.ts'
import { reconcileEndedDays } from '#app/domain/books/reconcile-day.server.ts'
import { sweepDrafts } from '#app/domain/enterprises/sweep-drafts.server.ts'
import { tellMornings } from '#app/domain/enterprises/tell-mornings.server.ts'
import { warnOfDocuments } from '#app/domain/enterprises/warn-documents.server.ts'
import { dropLapsedMarks } from '#app/domain/listings/drop-lapsed-marks.server.ts'
import { purgeImports } from '#app/domain/listings/import/purge-imports.server.ts'
import { takeDownLapsed } from '#app/domain/listings/take-down-lapsed.server.ts'
import { purgePlatformImports } from '#app/domain/livestreams/import/run-platform-imports.server.ts'
import { purgeMessages } from '#app/domain/notifications/purge-messages.server.ts'
import { completeOrders } from '#app/domain/orders/confirm-receipt.server.ts'
import { sweepSessions } from '#app/domain/people/sessions.server.ts'
import { sweepReviewPhotos } from '#app/domain/reviews/sweep-photos.server.ts'
import { checkStatements } from '#app/domain/settlements/check-statements.server.ts'
import { checkAudit } from '#app/domain/staff/audit-chain.server.ts'
import { sweepStaffSessions } from '#app/domain/staff/sessions.server.ts'
import { checkStock } from '#app/domain/stock/check-stock.server.ts'
import { after, day, hour } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { forgetUploads } from '#app/platform/upload-folder.server.ts'

type Chore = { name: string; every: number; run: (services: Services) => Promise<unknown> }

const chores: ReadonlyArray<Chore> = [
  { name: 'receipts', every: hour, run: completeOrders },
  { name: 'after-sales', every: hour / 4, run: escalateRequests },
  { name: 'sessions', every: hour, run: sweepSessions },
  { name: 'staff-sessions', every: hour, run: sweepStaffSessions },
  { name: 'document-warnings', every: hour, run: warnOfDocuments },
  { name: 'mornings', every: hour / 4, run: tellMornings },
  { name: 'application-drafts', every: day, run: sweepDrafts },
  { name: 'messages', every: day, run: purgeMessages },
  { name: 'imports', every: day, run: purgeImports },
  {
    name: 'uploads',
    every: day,
    run: ({ env, clock }) => forgetUploads(env.DATA_DIR, after(clock.now(), -day)),
  },
  { name: 'review-photos', every: day, run: sweepReviewPhotos },
  { name: 'request-photos', every: day, run: sweepRequestPhotos },
  { name: 'platform-imports', every: day, run: purgePlatformImports },
  { name: 'papers', every: hour, run: takeDownLapsed },
  { name: 'marks', every: hour, run: dropLapsedMarks },
  { name: 'stock', every: 6 * hour, run: checkStock },
  { name: 'rollups', every: 6 * hour, run: checkAllRollups },
  { name: 'running-fairs', every: hour / 12, run: checkRunningFairs },
  { name: 'orders', every: 6 * hour, run: checkAllOrders },
  { name: 'provider', every: hour, run: reconcileEndedDays },
  { name: 'statements', every: 6 * hour, run: checkStatements },
  { name: 'audit', every: day, run: checkAudit },
]

/** Those whose time has come. One that fails does not hold up the others, and has its next turn like them. */
export async function doChores(services: Services, stopping: AbortSignal): Promise<void> {
  for (const { name, every, run } of chores) {
    if (stopping.aborted) return
    if (!(await takeChore(services.pool, name, every, services.clock.now()))) continue
    await run(services).catch((error: unknown) => services.log.error({ err: error, name }, 'a chore failed'))
  }
}

/** For one process in each period, however many there are and however often they are started. */
export async function takeChore(pool: Pool, name: string, every: number, now: Date): Promise<boolean> {
  const taken = await sqlOn(pool).$executeRaw`
    INSERT INTO chore AS c (name, begun_at) VALUES (${name}, ${now})
    ON CONFLICT (name) DO UPDATE SET begun_at = excluded.begun_at WHERE c.begun_at <= ${after(now, -every)}`
  return taken === 1
}
