import type { Clock } from '#app/kernel/clock.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { SignedInScope } from './scope.ts'

/** Everything that the shop keeps about a person, in one JSON document (PIPL article 45, T94). */
export async function exportOwnData({ db, clock }: { db: Database; clock: Clock }, scope: SignedInScope) {
  const mine = { where: { shopperId: scope.shopperId } }
  const [shopper, addresses, invoiceTitles, favourites, consents, cart, orders, reviews, sessions] =
    await Promise.all([
      db.shopper.findUniqueOrThrow({
        where: { id: scope.shopperId },
        select: { phone: true, name: true, createdAt: true },
      }),
      db.address.findMany({ ...mine, omit: { id: true, shopperId: true } }),
      db.invoiceTitle.findMany({ ...mine, omit: { id: true, shopperId: true } }),
      db.favourite.findMany({
        ...mine,
        select: { createdAt: true, product: { select: { slug: true, title: true } } },
      }),
      db.consent.findMany({ ...mine, omit: { id: true, shopperId: true } }),
      db.cart.findUnique({
        ...mine,
        select: {
          updatedAt: true,
          lines: { select: { quantity: true, variant: { select: { sku: true } } } },
        },
      }),
      db.orderGroup.findMany({ ...mine, orderBy: { placedAt: 'asc' }, select: orderSelection }),
      db.review.findMany({
        ...mine,
        select: { rating: true, body: true, createdAt: true, product: { select: { slug: true } } },
      }),
      db.session.findMany({ ...mine, select: { createdAt: true, expiresAt: true } }),
    ])
  return {
    exportedAt: clock.now(),
    shopper,
    addresses,
    invoiceTitles,
    favourites,
    consents,
    cart,
    orders,
    reviews,
    sessions,
  }
}

const orderSelection = {
  number: true,
  status: true,
  placedAt: true,
  paidAt: true,
  itemsFen: true,
  shippingFen: true,
  totalFen: true,
  refundedFen: true,
  recipient: true,
  phone: true,
  region: true,
  street: true,
  detail: true,
  postcode: true,
  note: true,
  invoice: true,
  payments: { select: { status: true, method: true, amountFen: true, createdAt: true, settledAt: true } },
  refunds: { select: { status: true, reason: true, amountFen: true, createdAt: true, settledAt: true } },
  orders: {
    select: {
      number: true,
      status: true,
      enterprise: { select: { name: true } },
      parcels: { select: { courier: true, trackingNumber: true, shippedAt: true, deliveredAt: true } },
      lines: {
        select: {
          title: true,
          variantLabel: true,
          quantity: true,
          amountFen: true,
          refundedFen: true,
          afterSales: {
            select: { kind: true, reason: true, body: true, status: true, answer: true, createdAt: true },
          },
        },
      },
    },
  },
} as const
