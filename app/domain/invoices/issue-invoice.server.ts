import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { readKept } from './kept.server.ts'
import { holdNumbers, isNumberTaken } from './number-taken.server.ts'

export type IssueInvoice = {
  id: string
  number: string
  fileKey: string
  /** What the paper was made out for: the amount that the page showed. */
  amountFen: number
}
export type IssueRefusal = Failure<
  'not-found' | 'already-issued' | 'nothing-kept' | 'amount-changed' | 'number-taken'
>
type Asked = { groupId: string; orderId: string; orderNumber: string; status: string }

/**
 * Issued for what the buyer keeps, under the enterprise's own next number: a number is taken in the transaction that
 * uses it, while the enterprise is held, so none is missing and none is there twice (T42).
 */
export async function issueInvoice(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  { id, number, fileKey, amountFen }: IssueInvoice,
): Promise<Result<{ sequence: number }, IssueRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const asked = await lockAsked(tx, scope, id)
    if (!asked) return failure('not-found')
    if (asked.status !== 'requested') return failure('already-issued')
    const keptFen = await readKept(tx, asked.orderId)
    if (keptFen === 0) return failure('nothing-kept')
    // A refund came since the page was opened: the paper in hand says another amount.
    if (keptFen !== amountFen) return failure('amount-changed')
    const sequence = await takeSequence(tx, scope)
    if (await isNumberTaken(tx, scope, { id, number })) return failure('number-taken')
    await tx.$executeRaw`
      UPDATE invoice SET status = 'issued', sequence = ${sequence}, number = ${number}, file_key = ${fileKey},
        amount_fen = ${keptFen}::int, issued_at = ${now}, issued_by = ${scope.staff.staffId}::uuid
      WHERE id = ${id}::uuid`
    const { groupId, orderNumber } = asked
    await writeOutbox(tx, now, {
      kind: 'invoice-issued',
      dedupeKey: `invoice-issued:${id}`,
      groupId,
      amountFen: keptFen,
    })
    await writeAudit(tx, now, scope, {
      action: 'issue-invoice',
      subject: ['invoice', id],
      after: { orderNumber, sequence, number, amountFen: keptFen },
    })
    return success({ sequence })
  })
}

/** Under the lock of its group: no refund comes in between. */
async function lockAsked(tx: Sql, scope: EnterpriseScope, id: string): Promise<Asked | undefined> {
  const found = await findAsked(tx, scope, id)
  if (!found || !(await lockGroup(tx, found.groupId))) return undefined
  return await findAsked(tx, scope, id)
}

async function findAsked(tx: Sql, { enterpriseId }: EnterpriseScope, id: string): Promise<Asked | undefined> {
  const [asked] = await tx.$queryRaw<Array<Asked>>`
    SELECT o.group_id AS "groupId", o.id AS "orderId", o.number AS "orderNumber", i.status
    FROM invoice i JOIN shop_order o ON o.id = i.order_id
    WHERE i.id = ${id}::uuid AND i.enterprise_id = ${enterpriseId}`
  return asked
}

async function takeSequence(tx: Sql, scope: EnterpriseScope): Promise<number> {
  await holdNumbers(tx, scope)
  const [row] = await tx.$queryRaw<Array<{ next: number }>>`
    SELECT COALESCE(max(sequence), 0) + 1 AS next FROM invoice WHERE enterprise_id = ${scope.enterpriseId}`
  return row?.next ?? 1
}
