import { verifyEntries } from '#app/domain/sales/append-entries.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type OpenDay, readOpenDay } from './booth-day.server.ts'
import { type BoothKey, lockBooths } from './booth-lock.server.ts'
import { sumOf } from './tender.ts'

export type DayClose = {
  /** Shanghai, 2026-11-24 */
  day: string
  countedCashFen: number
  note: string
  /** The last entry that the form had counted. */
  seen: string
}
type Refusal = Failure<'nothing-to-close' | 'changed' | 'reason-wanted'>

/**
 * Cash-up: what the ledger expects by tender, what lies in the drawer, and why they differ. Verifies what it covers;
 * what is uploaded later is claimed, and covered by a next close. Twice is once: the second finds nothing to close.
 */
export async function closeBooth(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  close: DayClose,
): Promise<Result<null, Refusal>> {
  return await withTransaction(pool, async (tx): Promise<Result<null, Refusal>> => {
    await lockBooths(tx, [booth])
    const open = await readOpenDay(tx, booth, close.day)
    if (open.entries === 0) return failure('nothing-to-close')
    // Somebody sold or voided since the drawer was counted.
    if (open.lastEntryId !== close.seen) return failure('changed')
    if (close.countedCashFen !== open.sums.cash && !close.note) return failure('reason-wanted')
    const now = clock.now()
    await writeClose(tx, now, scope, booth, { close, open })
    await verifyEntries(tx, now, open.ids, { rule: 'day-close', by: scope.staff.staffId })
    await writeAudit(tx, now, scope, {
      action: 'close-booth',
      subject: ['booth', `${booth.exhibitionId}:${booth.enterpriseId}:${close.day}`],
      after: { entries: open.entries, ...open.sums, countedCashFen: close.countedCashFen },
      enterpriseId: booth.enterpriseId,
      ...(close.note && { reason: close.note }),
    })
    return success(null)
  })
}

async function writeClose(
  tx: Sql,
  now: Date,
  scope: OrganizerScope,
  { exhibitionId, enterpriseId }: BoothKey,
  { close, open }: { close: DayClose; open: OpenDay },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO booth_close (id, exhibition_id, enterprise_id, day, entries, expected, amount_fen, counted_cash_fen,
      expected_cash_fen, note, last_entry_id, closed_by, closed_at)
    VALUES (${timeOrderedId(now)}::uuid, ${exhibitionId}, ${enterpriseId}, ${close.day}::date, ${open.entries},
      ${JSON.stringify(open.sums)}::jsonb, ${sumOf(open.sums)}, ${close.countedCashFen}, ${open.sums.cash},
      ${close.note || null}, ${open.lastEntryId}::bigint, ${scope.staff.staffId}, ${now}::timestamptz)`
}
