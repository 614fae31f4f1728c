import type { Clock } from '#app/kernel/clock.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { SignedInScope } from './scope.ts'

export type OwnData = Awaited<ReturnType<typeof exportOwnData>>

/** Everything that the shop keeps about a person, of one instant, in one JSON document (PIPL article 45, T94). */
export async function exportOwnData(
  { db, clock }: { db: Database; clock: Clock },
  { shopperId }: SignedInScope,
) {
  const mine = { where: { shopperId } }
  const withoutIds = { ...mine, omit: { id: true, shopperId: true } } as const
  return db.$transaction(
    async (tx) => ({
      exportedAt: clock.now(),
      shopper: await tx.shopper.findUniqueOrThrow({
        where: { id: shopperId },
        select: { phone: true, name: true, createdAt: true },
      }),
      addresses: await tx.address.findMany(withoutIds),
      invoiceTitles: await tx.invoiceTitle.findMany(withoutIds),
      favourites: await tx.favourite.findMany({
        ...mine,
        select: { createdAt: true, product: { select: { slug: true, title: true } } },
      }),
      consents: await tx.consent.findMany(withoutIds),
      cart: await tx.cart.findUnique({
        ...mine,
        select: {
          updatedAt: true,
          lines: { select: { quantity: true, variant: { select: { sku: true } } } },
        },
      }),
      orders: await tx.orderGroup.findMany({ ...mine, orderBy: { placedAt: 'asc' }, select: orderSelection }),
      reviews: await tx.review.findMany({ ...mine, select: reviewSelection }),
      sessions: await tx.session.findMany({ ...mine, select: { createdAt: true, expiresAt: true } }),
    }),
    { isolationLevel: 'RepeatableRead', timeout: 30_000 },
  )
}

const reviewSelection = {
  rating: true,
  body: true,
  status: true,
  createdAt: true,
  product: { select: { slug: true } },
  photos: true,
  hiddenPhotos: true,
} as const

type Photo = { name: string; store: 'reviews' | 'requests'; key: string }

/** The photos that it speaks of by their keys, and what each is called in the archive. */
export function photoNames({ reviews, orders }: OwnData): Array<Photo> {
  const requests = orders
    .flatMap((group) => group.orders.flatMap(({ lines }) => lines))
    .flatMap(({ afterSales }) => afterSales)
  return [
    ...reviews.flatMap(({ photos, hiddenPhotos }) => named('reviews', [...photos, ...hiddenPhotos])),
    ...requests.flatMap(({ photos }) => named('requests', photos)),
  ]
}

function named(store: Photo['store'], keys: ReadonlyArray<string>): Array<Photo> {
  return keys.map((key) => ({ name: `photos/${store}/${key}`, store, key }))
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
            select: {
              kind: true,
              reason: true,
              body: true,
              status: true,
              answer: true,
              reply: true,
              photos: true,
              createdAt: true,
            },
          },
        },
      },
    },
  },
} as const
