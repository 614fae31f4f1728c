import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Fen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { holdNumbers, isNumberTaken } from './number-taken.server.ts'

export type ReplaceInvoice = {
  id: string
  /** The one that was looked at: of two who replace it, the second is told. */
  version: number
  number: string
  /** Null keeps the file. */
  fileKey: string | null
  reason: string
}
export type ReplaceRefusal = Failure<'replaced-meanwhile' | 'nothing-changed' | 'number-taken'>
type Replaced = { groupId: string; was: string; amountFen: Fen }

/**
 * A wrong number or file of an issued invoice makes place for the right one. What the buyer may have downloaded stays
 * in the history, and the buyer is told once more. Its own count and amount stay: it is the same invoice.
 */
export async function replaceInvoice(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  command: ReplaceInvoice,
): Promise<Result<null, ReplaceRefusal>> {
  const now = clock.now()
  const { id, version, number, fileKey, reason } = command
  return await withTransaction(pool, async (tx) => {
    await holdNumbers(tx, scope)
    if (await isNumberTaken(tx, scope, command)) return failure('number-taken')
    const replaced = await exchange(tx, now, scope, command)
    if (!replaced) return failure('replaced-meanwhile')
    const { groupId, was, amountFen } = replaced
    if (was === number && fileKey === null) return failure('nothing-changed')
    await writeOutbox(tx, now, {
      kind: 'invoice-replaced',
      dedupeKey: `invoice-replaced:${id}:${version + 1}`,
      groupId,
      amountFen,
    })
    await writeAudit(tx, now, scope, {
      action: 'replace-invoice',
      subject: ['invoice', id],
      before: { number: was, version },
      after: { number, version: version + 1 },
      reason,
    })
    return success(null)
  })
}

async function exchange(
  tx: Sql,
  now: Date,
  { enterpriseId, staff }: EnterpriseScope,
  { id, version, number, fileKey, reason }: ReplaceInvoice,
): Promise<Replaced | undefined> {
  const [replaced] = await tx.$queryRaw<Array<Replaced>>`
    WITH replaced AS (
      UPDATE invoice SET number = ${number}, file_key = COALESCE(${fileKey}, file_key), version = version + 1
      WHERE id = ${id}::uuid AND enterprise_id = ${enterpriseId} AND status = 'issued' AND version = ${version}
      RETURNING id, order_id, amount_fen, old.version, old.number, old.file_key
    ), kept AS (
      INSERT INTO invoice_replacement (invoice_id, version, number, file_key, replaced_at, replaced_by, reason)
      SELECT id, version, number, file_key, ${now}, ${staff.staffId}::uuid, ${reason} FROM replaced
    )
    SELECT o.group_id AS "groupId", r.number AS was, r.amount_fen AS "amountFen"
    FROM replaced r JOIN shop_order o ON o.id = r.order_id`
  return replaced
}
