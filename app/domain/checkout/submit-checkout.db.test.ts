import { describe, expect, test } from 'vitest'
import { loadCartRows } from '#app/domain/cart/cart-rows.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import type { ShopperScope } from '#app/domain/people/scope.ts'
import { randomToken } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { confirmation, fillCart, placeGroup, shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { formOf } from '#tests/support/forms.ts'
import { createVariant } from '#tests/support/goods.ts'
import { noLimits, randomPhone } from '#tests/support/people.ts'
import { quoteCart } from './quote.ts'
import { submitCheckout } from './submit-checkout.server.ts'

const database = await useDatabase()
const { db, pool } = database
const shop = { ...shopServices(database), limits: noLimits }

/** The form as the page shows it to this shopper now. */
async function showForm(scope: ShopperScope): Promise<Record<string, string>> {
  const { totalFen } = quoteCart(await loadCartRows(sqlOn(pool), scope), 'near')
  return {
    ...confirmation.delivery,
    invoiceKind: 'none',
    idempotencyKey: randomToken(),
    seenTotalFen: String(totalFen),
  }
}

async function submit(scope: ShopperScope, fields: Record<string, string>, locale: Locale = 'zh') {
  return await submitCheckout(shop, scope, { form: formOf(fields), locale, address: '203.0.113.7' })
}

const findGroup = (groupId: string) =>
  db.orderGroup.findUniqueOrThrow({
    where: { id: groupId },
    include: { orders: { include: { lines: true } } },
  })

test('a phone that nobody has shown to be theirs gets ten orders an hour, whoever types it', async () => {
  const { sku } = await createVariant(db, { free: 20 })
  const limited = { ...shop, limits: createLimits(pool) }
  const phone = randomPhone()
  const codes = []
  for (let order = 0; order < 11; order += 1) {
    const scope = await fillCart(shop, [{ sku, quantity: 1 }])
    const form = formOf({ ...(await showForm(scope)), phone })
    const placed = await submitCheckout(limited, scope, {
      form,
      locale: 'zh',
      address: `198.51.100.${order}`,
    })
    codes.push(placed.ok ? 'ok' : placed.code)
  }
  expect(codes).toEqual([...Array(10).fill('ok'), 'too-many'])
})

test('what was typed into an invoice that is not wanted any more holds no order up', async () => {
  const { sku } = await createVariant(db)
  const scope = await fillCart(shop, [{ sku, quantity: 1 }])
  const form = { ...(await showForm(scope)), invoiceEmail: 'wang@qq' }
  const asked = { ...form, invoiceKind: 'personal', invoiceTitle: '王芳' }
  expect(await submit(scope, asked)).toMatchObject({
    code: 'invalid-form',
    detail: { errors: { invoiceEmail: 'invalid-email' } },
  })
  expect(await submit(scope, form)).toMatchObject({ ok: true })
})

describe('what changes between cart and payment (T24)', () => {
  test('is shown before it is charged: a new price, and then the order at the price that was seen', async () => {
    const { id, sku } = await createVariant(db)
    const scope = await fillCart(shop, [{ sku, quantity: 2 }])
    const seen = await showForm(scope)
    await db.variant.update({ where: { id }, data: { priceFen: 2_500 } })
    expect(await submit(scope, seen)).toEqual({
      ok: false,
      code: 'price-changed',
      detail: { totalFen: 5_800 },
    })
    expect(await db.stock.findFirst({ where: { variantId: id } })).toMatchObject({ free: 10, held: 0 })
    expect(await submit(scope, await showForm(scope))).toMatchObject({ ok: true, value: { totalFen: 5_800 } })
  })

  test('is said of each line that there is no longer enough of', async () => {
    const { sku, product } = await createVariant(db)
    const scope = await fillCart(shop, [{ sku, quantity: 3 }])
    await placeGroup(shop, { sku, quantity: 8 })
    const { title, titleEn } = product
    expect(await submit(scope, await showForm(scope))).toEqual({
      ok: false,
      code: 'out-of-stock',
      detail: { lines: [{ sku, title, titleEn, left: 2 }] },
    })
  })

  test('leaves an order that was placed as it is: it is charged what it says, to the fen', async () => {
    const { id, sku } = await createVariant(db, { priceFen: 1_990 })
    const scope = await fillCart(shop, [{ sku, quantity: 3 }])
    const placed = await submit(scope, await showForm(scope))
    if (!placed.ok) throw new Error(placed.code)
    await db.variant.update({ where: { id }, data: { priceFen: 9_990 } })
    await openPayment(shop, placed.value.groupId)
    expect(shop.payments.findLatest(placed.value.groupId)?.amountFen).toBe(3 * 1_990 + 800)
    expect(await findGroup(placed.value.groupId)).toMatchObject({ totalFen: 3 * 1_990 + 800 })
  })
})

test('prices, totals, sellers and states that a client sends are not read (T25)', async () => {
  const { sku, enterpriseId } = await createVariant(db)
  const scope = await fillCart(shop, [{ sku, quantity: 2 }])
  const invented = {
    priceFen: '1',
    itemsFen: '1',
    shippingFen: '0',
    totalFen: '1',
    refundedFen: '4800',
    enterpriseId: String(enterpriseId + 1),
    shopperId: '00000000-0000-4000-8000-000000000000',
    status: 'paid',
    paidAt: '2026-11-24T00:00:00Z',
    expiresAt: '2099-01-01T00:00:00Z',
  }
  const form = await showForm(scope)
  expect(await submit(scope, { ...form, ...invented, seenTotalFen: '1' })).toMatchObject({
    code: 'price-changed',
  })
  const placed = await submit(scope, { ...form, ...invented })
  if (!placed.ok) throw new Error(placed.code)
  const group = await findGroup(placed.value.groupId)
  expect(group).toMatchObject({ status: 'awaiting-payment', shopperId: null, paidAt: null, refundedFen: 0 })
  expect(group).toMatchObject({ itemsFen: 4_000, shippingFen: 800, totalFen: 4_800 })
  expect(group.expiresAt.getTime() - group.placedAt.getTime()).toBe(shop.env.HOLD_MINUTES * 60_000)
  expect(group.orders).toMatchObject([{ enterpriseId, lines: [{ priceFen: 2_000, amountFen: 4_000 }] }])
})

describe('what no payment can hold is refused with a sentence in the language of the page (T26)', () => {
  /** Two carts that were merged at sign-in may hold more kinds than one. */
  async function fillWith101() {
    const variants = await Promise.all(Array.from({ length: 101 }, () => createVariant(db)))
    const scope = await fillCart(
      shop,
      variants.slice(1).map(({ sku }) => ({ sku, quantity: 1 })),
    )
    const { id: cartId } = await db.cart.findFirstOrThrow({ where: { sessionHash: scope.sessionHash } })
    await db.cartLine.create({
      data: {
        cartId,
        variantId: variants[0]!.id,
        quantity: 1,
        seenPriceFen: 2_000,
        addedAt: shop.clock.now(),
      },
    })
    return scope
  }

  /** Goods that cost this much, with free shipping. */
  async function fillWith(priceFen: number) {
    const { sku, enterpriseId } = await createVariant(db, { priceFen })
    await db.enterprise.update({ where: { id: enterpriseId }, data: { freeShippingFen: 1 } })
    return await fillCart(shop, [{ sku, quantity: 1 }])
  }

  test.each([
    ['101 kinds of goods', 'too-many-lines', fillWith101],
    ['¥1,000,000.00', 'amount-too-large', () => fillWith(100_000_000)],
    ['¥4.99', 'amount-too-small', () => fillWith(499)],
  ] as const)('%s', async (_name, code, fill) => {
    const scope = await fill()
    for (const locale of ['zh', 'en'] as const) {
      expect(await submit(scope, await showForm(scope), locale)).toMatchObject({ ok: false, code })
      expect(messagesFor(locale).checkout.failures[code]).toMatch(locale === 'zh' ? /^[^a-z]+$/i : /^[ -~]+$/)
    }
    expect(await loadCartRows(sqlOn(pool), scope)).not.toEqual([])
  })
})
