import { type InvoiceRequest, readInvoiceRequest } from '#app/domain/orders/invoice.ts'
import { lockGroup } from '#app/domain/payments/payment-rows.server.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { type AskRefusal, type InvoicedGroup, whyNotAskInvoice } from './asking.ts'
import { requestInvoices } from './request-invoices.server.ts'

/**
 * An invoice is wanted, otherwise or not any more: for the whole order, until one of its enterprises has issued. What
 * is asked otherwise is asked anew, so whoever had read the old request is told before issuing (issue-invoice). A
 * blank mail address keeps the one that was given: the page, whose link may be forwarded, does not show it.
 */
export async function askInvoice(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  groupId: string,
  request: InvoiceRequest | null,
): Promise<Result<null, Failure<AskRefusal>>> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const group = (await lockGroup(tx, groupId)) ? await findGroup(tx, groupId) : undefined
    const refusal = group ? whyNotAskInvoice(group, now) : 'not-paid'
    if (refusal) return failure(refusal)
    const email = request?.email ?? readInvoiceRequest(group?.invoice)?.email ?? null
    const invoice = request ? JSON.stringify({ ...request, email }) : null
    await tx.$executeRaw`UPDATE order_group SET invoice = ${invoice}::jsonb WHERE id = ${groupId}::uuid`
    await tx.$executeRaw`
      DELETE FROM invoice WHERE status = 'requested' AND order_id IN (SELECT id FROM shop_order WHERE group_id = ${groupId}::uuid)`
    await requestInvoices(tx, groupId, now)
    return success(null)
  })
}

async function findGroup(
  tx: Sql,
  groupId: string,
): Promise<(InvoicedGroup & { invoice: unknown }) | undefined> {
  const [group] = await tx.$queryRaw<Array<InvoicedGroup & { invoice: unknown }>>`
    SELECT g.status, g.paid_at AS "paidAt", g.total_fen AS "totalFen", g.refunded_fen AS "refundedFen", g.invoice,
      EXISTS (SELECT FROM invoice i JOIN shop_order o ON o.id = i.order_id
        WHERE o.group_id = g.id AND i.status = 'issued') AS "isIssued"
    FROM order_group g WHERE g.id = ${groupId}::uuid`
  return group
}
