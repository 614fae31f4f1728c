import { removeRequestPhotos } from '#app/domain/after-sales/keep-photos.server.ts'
import { productTag } from '#app/domain/catalog/tags.ts'
import { forgetPhotosOf } from '#app/domain/reviews/forget-photos.server.ts'
import { removeReviewPhotos } from '#app/domain/reviews/keep-photos.server.ts'
import { randomToken } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Transaction } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { lockShopper } from './lock-shopper.server.ts'
import type { SignedInScope } from './scope.ts'

/** Keys of the files that go when the transaction holds. */
type Photos = Record<'ofReviews' | 'ofRequests', Array<string>>

/** What stands where a person's name was. Shown to staff in Chinese. */
const erased = '已注销用户'

/**
 * Forgets a person (PIPL article 47, E-commerce Law article 24): what is only theirs goes, orders stay without a
 * person for the years that the law wants them (E-commerce Law article 31). Refused while goods or money are
 * still on their way, because then name and phone are needed for the delivery.
 */
export async function deleteAccount(
  services: Pick<Services, 'db' | 'clock'> & { env: Pick<Env, 'DATA_DIR'> },
  scope: SignedInScope,
): Promise<Result<null, Failure<'orders-open'>>> {
  const { db, clock, env } = services
  const deleted = await db.$transaction(async (tx): Promise<Result<Photos, Failure<'orders-open'>>> => {
    const phone = await lockShopper(tx, scope)
    if (phone === undefined) return success({ ofReviews: [], ofRequests: [] })
    // An order that is being placed from it is waited for, and then seen as open.
    await tx.$executeRaw`SELECT FROM cart WHERE shopper_id = ${scope.shopperId}::uuid FOR UPDATE`
    // So is what anybody does to an order: a request or an objection is seen as open, or finds the account closed.
    await tx.$executeRaw`
      SELECT FROM order_group WHERE shopper_id = ${scope.shopperId}::uuid ORDER BY id FOR NO KEY UPDATE`
    if (await hasOpenOrders(tx, scope)) return failure('orders-open')
    const ofReviews = await forgetPhotosOf(tx, scope)
    await eraseBelongings(tx, scope, phone)
    const ofRequests = await pseudonymiseOrders(tx, scope)
    await tx.shopper.update({
      where: { id: scope.shopperId },
      data: { phone: `deleted:${randomToken()}`, name: null, deletedAt: clock.now() },
    })
    return success({ ofReviews, ofRequests })
  })
  if (!deleted.ok) return deleted
  await removeReviewPhotos(env.DATA_DIR, deleted.value.ofReviews)
  await removeRequestPhotos(env.DATA_DIR, deleted.value.ofRequests)
  return success(null)
}

async function hasOpenOrders(tx: Transaction, { shopperId }: SignedInScope): Promise<boolean> {
  const open = await tx.orderGroup.count({
    where: {
      shopperId,
      OR: [
        { status: { in: ['awaiting-payment', 'paid-after-release', 'refunding', 'quarantined'] } },
        { orders: { some: { status: { in: ['to-ship', 'partly-shipped', 'shipped'] } } } },
        { refunds: { some: { status: { in: ['requested', 'pending'] } } } },
        // Also one that was refused, and that the organizers look at again.
        { orders: { some: { lines: { some: { afterSales: { some: { closedAt: null } } } } } } },
      ],
    },
  })
  return open > 0 || (await isOwedMoney(tx, shopperId))
}

/** Until finance has given it back in another way, or says what was done: a refund that failed, a payment set aside. */
async function isOwedMoney(tx: Transaction, shopperId: string): Promise<boolean> {
  const [owed] = await tx.$queryRaw<Array<{ isOwed: boolean }>>`
    SELECT EXISTS (
      SELECT FROM order_group g CROSS JOIN LATERAL (
        SELECT 'refund-failed' AS kind, id::text FROM refund WHERE group_id = g.id AND status = 'failed'
        UNION ALL
        SELECT kind, id::text FROM payment, unnest(ARRAY['amount-mismatch', 'paid-twice']) AS kind
        WHERE group_id = g.id AND status = 'quarantined'
      ) o JOIN alarm a ON a.kind = o.kind AND a.reference = o.id AND a.resolved_at IS NULL
      WHERE g.shopper_id = ${shopperId}::uuid
    ) AS "isOwed"`
  return owed?.isOwed ?? false
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
  await eraseFromReviews(tx, shopperId)
}

/** Their words stay under nobody's name, on the pages that were kept, too. */
async function eraseFromReviews(tx: Transaction, shopperId: string): Promise<void> {
  const reviews = await tx.review.findMany({
    where: { shopperId },
    select: { product: { select: { slug: true } } },
  })
  await tx.review.updateMany({
    where: { shopperId },
    data: { shopperId: null, authorName: erased },
  })
  await publishTags(
    tx,
    reviews.map(({ product }) => productTag(product.slug)),
  )
}

/** Returns the keys of the photos that were sent in with after-sales. */
async function pseudonymiseOrders(tx: Transaction, { shopperId }: SignedInScope): Promise<Array<string>> {
  const requests = await tx.$queryRaw<Array<{ photos: Array<string> }>>`
    UPDATE after_sale a SET body = '', photos = '{}', reply = NULL
    FROM order_line l JOIN shop_order o ON o.id = l.order_id JOIN order_group g ON g.id = o.group_id
    WHERE l.id = a.order_line_id AND g.shopper_id = ${shopperId}::uuid RETURNING old.photos`
  // Region and Beijing district stay: they are statistics of the ledger, and point at nobody.
  await tx.$executeRaw`
    UPDATE order_group
    SET recipient = ${erased}, phone = 'deleted', street = NULL, detail = '', postcode = NULL, note = NULL,
        invoice = CASE WHEN invoice ->> 'kind' = 'company' THEN invoice - 'email' - 'phone' END
    WHERE shopper_id = ${shopperId}::uuid`
  return requests.flatMap(({ photos }) => photos)
}
