import type { Clock } from '#app/kernel/clock.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Database, Transaction } from '#app/platform/db.server.ts'
import type { SignedInScope } from './scope.ts'

/** What stands where a person's name was. Shown to staff in Chinese. */
const erased = '已注销用户'

/**
 * Forgets a person (PIPL article 47, E-commerce Law article 24): what is only theirs goes, orders stay without a
 * person for the years that the law wants them (E-commerce Law article 31). Refused while goods or money are
 * still on their way, because then name and phone are needed for the delivery.
 */
export async function deleteAccount(
  { db, clock }: { db: Database; clock: Clock },
  scope: SignedInScope,
): Promise<Result<null, Failure<'orders-open'>>> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Array<{ phone: string }>>`
      SELECT phone FROM shopper WHERE id = ${scope.shopperId}::uuid FOR UPDATE`
    const shopper = rows[0]
    if (!shopper) return success(null)
    if (await hasOpenOrders(tx, scope)) return failure('orders-open')
    await eraseBelongings(tx, scope, shopper.phone)
    await pseudonymiseOrders(tx, scope)
    await tx.shopper.update({
      where: { id: scope.shopperId },
      data: { phone: `deleted:${randomToken()}`, name: null, deletedAt: clock.now() },
    })
    return success(null)
  })
}

async function hasOpenOrders(tx: Transaction, { shopperId }: SignedInScope): Promise<boolean> {
  const open = await tx.orderGroup.count({
    where: {
      shopperId,
      OR: [
        { status: { in: ['awaiting-payment', 'paid-after-release', 'refunding', 'quarantined'] } },
        { orders: { some: { status: { in: ['to-ship', 'partly-shipped', 'shipped'] } } } },
        { refunds: { some: { status: { in: ['requested', 'pending', 'failed'] } } } },
        { orders: { some: { lines: { some: { afterSales: { some: { status: 'requested' } } } } } } },
      ],
    },
  })
  return open > 0
}

async function eraseBelongings(tx: Transaction, { shopperId }: SignedInScope, phone: string): Promise<void> {
  const mine = { where: { shopperId } }
  await tx.session.deleteMany(mine)
  await tx.cart.deleteMany(mine)
  await tx.address.deleteMany(mine)
  await tx.favourite.deleteMany(mine)
  await tx.invoiceTitle.deleteMany(mine)
  await tx.signInCode.deleteMany({ where: { phone } })
  await tx.smsMessage.deleteMany({ where: { phone } })
  await tx.review.updateMany({ ...mine, data: { shopperId: null, authorName: erased, photos: [] } })
}

async function pseudonymiseOrders(tx: Transaction, { shopperId }: SignedInScope): Promise<void> {
  await tx.afterSale.updateMany({
    where: { orderLine: { order: { group: { shopperId } } } },
    data: { body: '', photos: [] },
  })
  // Region and Beijing district stay: they are statistics of the ledger, and point at nobody.
  await tx.$executeRaw`
    UPDATE order_group
    SET recipient = ${erased}, phone = 'deleted', street = NULL, detail = '', postcode = NULL, note = NULL,
        invoice = CASE WHEN invoice ->> 'kind' = 'company' THEN invoice - 'email' - 'phone' END
    WHERE shopper_id = ${shopperId}::uuid`
}
