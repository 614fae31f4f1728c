import { verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type BoothDay, readBoothDay } from './booth-day.server.ts'
import { type BoothKey, lockBooths } from './booth-lock.server.ts'
import { sumOf } from './tender.ts'

export type DayClose = {
  /** Shanghai, 2026-11-24 */
  day: string
  countedCashFen: number
  note: string
  /** The last entry that the form had counted, and the closes that it had shown. */
  seen: string
  closes: number
}
type Refusal = Failure<
  'nothing-to-close' | 'closed-meanwhile' | 'changed' | 'reason-wanted' | 'recount-reason-wanted'
>

/**
 * Cash-up: what the ledger expects of the day by tender, what lies in the drawer, and why they differ. Verifies what it
 * covers. What comes later is claimed, and the day is closed again: the whole drawer is counted anew, as it may be at any
 * time with a reason, and the closes before stay. Sent twice is once: the second has not seen the first.
 */
export async function closeBooth(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  close: DayClose,
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx): Promise<Result<null, Refusal>> => {
    await lockBooths(tx, [booth])
    const day = await readBoothDay(tx, booth, close.day)
    const refusal = refuse(day, close)
    if (refusal) return refusal
    const now = clock.now()
    await writeClose(tx, now, scope, booth, { close, day })
    await verifyEntries(tx, now, day.late, { rule: 'day-close', by: scope.staff.staffId })
    await writeAudit(tx, now, scope, auditOf(booth, day, close))
    return success(null)
  })
}

function refuse(day: BoothDay, close: DayClose): Refusal | null {
  if (day.entries === 0) return failure('nothing-to-close')
  if (lastNumber(day) !== close.closes) return failure('closed-meanwhile')
  // Somebody sold or voided since the drawer was counted.
  if (day.lastEntryId !== close.seen) return failure('changed')
  if (close.note) return null
  if (day.late.length === 0) return failure('recount-reason-wanted')
  return close.countedCashFen === day.sums.cash ? null : failure('reason-wanted')
}

function lastNumber({ closes }: BoothDay): number {
  return closes.at(-1)?.number ?? 0
}

function auditOf({ exhibitionId, enterpriseId }: BoothKey, day: BoothDay, close: DayClose) {
  const last = day.closes.at(-1)
  return {
    action: 'close-booth' as const,
    subject: ['booth', `${exhibitionId}:${enterpriseId}:${close.day}`] as const,
    ...(last && {
      before: { entries: last.entries, ...last.expected, countedCashFen: last.countedCashFen },
    }),
    after: { entries: day.entries, ...day.sums, countedCashFen: close.countedCashFen },
    enterpriseId,
    ...(close.note && { reason: close.note }),
  }
}

async function writeClose(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  { exhibitionId, enterpriseId }: BoothKey,
  { close, day }: { close: DayClose; day: BoothDay },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO booth_close (id, exhibition_id, enterprise_id, day, number, entries, expected, amount_fen, counted_cash_fen,
      expected_cash_fen, note, last_entry_id, closed_by, closed_at)
    VALUES (${timeOrderedId(now)}::uuid, ${exhibitionId}, ${enterpriseId}, ${close.day}::date,
      ${lastNumber(day) + 1}, ${day.entries}, ${JSON.stringify(day.sums)}::jsonb, ${sumOf(day.sums)},
      ${close.countedCashFen}, ${day.sums.cash}, ${close.note || null}, ${day.lastEntryId}::bigint, ${scope.staff.staffId}, ${now}::timestamptz)`
}
