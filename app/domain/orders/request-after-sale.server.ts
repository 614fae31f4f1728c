import { isReturnExcluded } from '#app/domain/checkout/quote.ts'
import { tellEnterprise } from '#app/domain/notifications/tell-enterprise.server.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { after, day, hour } from '#app/kernel/clock.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import type { OrderStatus } from './lifecycle.ts'
import { writeOrderEvent } from './order-events.server.ts'
import type { AfterSaleInput } from './order-forms.ts'

export type AfterSaleRefusal = Failure<
  | 'account-closed'
  | 'not-eligible'
  | 'already-requested'
  | 'too-many-units'
  | 'window-closed'
  | 'not-returnable'
>
type Line = {
  orderId: string
  orderNumber: string
  enterpriseId: number
  status: OrderStatus
  left: number
  returnRule: string
  deliveredAt: Date | null
  isOpen: boolean
  /** Null for a guest's. */
  isAccountClosed: boolean | null
}

/** Seven days count from the day after the signature, so eight from its moment at most (Consumer Protection Law art. 25). */
const returnWindow = 8 * day
/** The enterprise answers within two days; then a person of the platform does. */
const answerWithin = 48 * hour

/** Why the request would be refused: asked before its photos are kept. */
export async function whyNotAfterSale(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  groupId: string,
  input: AfterSaleInput,
): Promise<AfterSaleRefusal | null> {
  const line = await findLine(sqlOn(pool), groupId, input.lineId)
  return whyNot(line, input, clock.now())
}

/**
 * A request about one line. The group, found by its token, says whose line it is. Under its lock: refunds, and whoever
 * closes the account, wait or are waited for.
 */
export async function requestAfterSale(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  groupId: string,
  input: AfterSaleInput & { photos: ReadonlyArray<string> },
): Promise<Result<null, AfterSaleRefusal>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    await lockGroup(tx, groupId)
    const line = await findLine(tx, groupId, input.lineId)
    const refusal = whyNot(line, input, now)
    if (!line || refusal) return refusal ?? failure('not-eligible')
    const id = timeOrderedId(now)
    const deadline = after(now, answerWithin)
    await tx.$executeRaw`
      INSERT INTO after_sale (id, order_line_id, enterprise_id, kind, reason, body, quantity, photos, created_at, deadline_at)
      VALUES (${id}::uuid, ${input.lineId}::uuid, ${line.enterpriseId}, ${input.kind}, ${input.reason},
        ${input.body}, ${input.quantity}, ${[...input.photos]}::text[], ${now}, ${deadline})`
    await writeOrderEvent(tx, now, { groupId, orderId: line.orderId, kind: 'after-sale-requested' })
    await tellEnterprise(tx, now, line.enterpriseId, {
      kind: 'after-sale-requested',
      dedupeKey: `after-sale-requested:${id}`,
      capability: 'answer-after-sales',
      path: `/aftersales/${id}`,
      facts: { about: line.orderNumber, until: deadline.toISOString() },
    })
    return success(null)
  })
}

async function findLine(sql: Sql, groupId: string, lineId: string): Promise<Line | undefined> {
  const [line] = await sql.$queryRaw<Array<Line>>`
    SELECT o.id AS "orderId", o.number AS "orderNumber", o.enterprise_id AS "enterpriseId", o.status, l.quantity - l.refunded_quantity AS left, l.return_rule AS "returnRule",
      (SELECT max(p.delivered_at) FROM parcel p WHERE p.order_id = o.id AND p.storage = l.storage) AS "deliveredAt",
      EXISTS (SELECT 1 FROM after_sale a WHERE a.order_line_id = l.id AND a.status IN ('requested', 'awaiting-return')) AS "isOpen",
      (SELECT s.deleted_at IS NOT NULL FROM order_group g JOIN shopper s ON s.id = g.shopper_id WHERE g.id = o.group_id)
        AS "isAccountClosed"
    FROM order_line l JOIN shop_order o ON o.id = l.order_id
    WHERE l.id = ${lineId}::uuid AND o.group_id = ${groupId}::uuid`
  return line
}

function whyNot(line: Line | undefined, input: AfterSaleInput, now: Date): AfterSaleRefusal | null {
  if (!line || !['partly-shipped', 'shipped', 'completed'].includes(line.status))
    return failure('not-eligible')
  // Nobody would take back what is written and shown now.
  if (line.isAccountClosed) return failure('account-closed')
  if (line.isOpen) return failure('already-requested')
  if (input.quantity > line.left) return failure('too-many-units')
  if (input.reason !== 'no-longer-wanted') return null
  if (isReturnExcluded(line.returnRule)) return failure('not-returnable')
  const isOver = line.deliveredAt !== null && after(line.deliveredAt, returnWindow) < now
  return isOver ? failure('window-closed') : null
}
