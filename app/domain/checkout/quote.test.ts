import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CartRow } from '#app/domain/cart/cart.ts'
import { remoteSurchargeFen } from '#app/domain/shipping/delivery-zone.ts'
import { storages } from '#app/domain/shipping/parcels.ts'
import { addFen, type Fen, fen } from '#app/kernel/money.ts'
import { demandOf, quoteCart, whyNotOrderable } from './quote.ts'

function cartRow(changes: Partial<CartRow> = {}): CartRow {
  return {
    variantId: 1,
    sku: 'millet-1kg',
    quantity: 1,
    seenPriceFen: fen(2_000),
    intent: 0,
    productId: 1,
    productSlug: 'millet',
    title: '小米',
    titleEn: 'Millet',
    variantLabel: '1kg',
    variantLabelEn: '1kg',
    pictureKey: null,
    categoryCode: 'grain',
    divisionCode: '150430',
    storage: 'ambient',
    returnRule: 'seven-days',
    isAlcohol: false,
    priceFen: fen(2_000),
    minQuantity: 1,
    maxPerPerson: null,
    free: 100,
    isOffered: true,
    enterpriseId: 1,
    enterpriseSlug: 'co-op',
    enterpriseName: '合作社',
    enterpriseNameEn: 'Co-op',
    terms: { fees: { ambient: fen(800), chilled: fen(1_800), frozen: fen(2_800) }, freeFromFen: fen(9_900) },
    ...changes,
  }
}

const rowOf = fc
  .record({
    enterpriseId: fc.integer({ min: 1, max: 3 }),
    storage: fc.constantFrom(...storages),
    priceFen: fc.integer({ min: 1, max: 200_000 }).map(fen),
    quantity: fc.integer({ min: 1, max: 99 }),
  })
  .map((row) => cartRow({ ...row, terms: termsOf(row.enterpriseId) }))
const cart = fc
  .array(rowOf, { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, index) => ({ ...row, variantId: index + 1 })))
const zone = fc.constantFrom('near', 'remote', 'outside')

/** Each enterprise its own fees; the third never ships for nothing. */
function termsOf(enterpriseId: number): CartRow['terms'] {
  const fees = { ambient: fen(500 * enterpriseId), chilled: fen(1_500), frozen: fen(2_500) }
  return { fees, freeFromFen: enterpriseId === 3 ? null : fen(9_900 * enterpriseId) }
}

const sum = (amounts: ReadonlyArray<Fen>) => addFen(...amounts)

describe('a quote', () => {
  test('adds up: lines to parcels, parcels to orders, orders to the total', () => {
    fc.assert(
      fc.property(cart, zone, (rows, to) => {
        const quote = quoteCart(rows, to)
        for (const order of quote.orders) {
          expect(sum(order.lines.map((line) => line.amountFen))).toBe(order.itemsFen)
          expect(sum(order.parcels.map((parcel) => parcel.itemsFen))).toBe(order.itemsFen)
          expect(sum(order.parcels.map((parcel) => parcel.shippingFen))).toBe(order.shippingFen)
          expect(sum([order.itemsFen, order.shippingFen])).toBe(order.totalFen)
        }
        expect(sum(quote.orders.map((order) => order.totalFen))).toBe(quote.totalFen)
        expect(quote.itemsFen).toBe(rows.reduce((total, row) => total + row.priceFen * row.quantity, 0))
      }),
    )
  })

  test('has every line once, in the one parcel of its enterprise and storage', () => {
    fc.assert(
      fc.property(cart, zone, (rows, to) => {
        const parcels = quoteCart(rows, to).orders.flatMap((order) => order.parcels)
        const keyOf = (row: Pick<CartRow, 'enterpriseId' | 'storage'>) => `${row.enterpriseId} ${row.storage}`
        expect(new Set(parcels.map(keyOf)).size).toBe(parcels.length)
        for (const parcel of parcels)
          expect(new Set(parcel.lines.map(keyOf))).toEqual(new Set([keyOf(parcel)]))
        const variantIds = parcels.flatMap((parcel) => parcel.lines.map((line) => line.variantId))
        expect(variantIds.sort((a, b) => a - b)).toEqual(rows.map((row) => row.variantId))
      }),
    )
  })

  test('does not depend on the order of the lines, nor on how the units of a variant are spread over lines', () => {
    fc.assert(
      fc.property(cart, zone, (rows, to) => {
        const units = rows.flatMap((row) => Array<CartRow>(row.quantity % 4).fill({ ...row, quantity: 1 }))
        const together = rows
          .map((row) => ({ ...row, quantity: row.quantity % 4 }))
          .filter((row) => row.quantity > 0)
        const { totalFen } = quoteCart(together, to)
        expect(quoteCart(together.toReversed(), to).totalFen).toBe(totalFen)
        expect(quoteCart(units, to).totalFen).toBe(totalFen)
      }),
    )
  })

  test('ships a parcel for nothing from its threshold on, near only, and never otherwise', () => {
    fc.assert(
      fc.property(cart, zone, (rows, to) => {
        for (const parcel of quoteCart(rows, to).orders.flatMap((order) => order.parcels)) {
          const { fees, freeFromFen } = termsOf(parcel.enterpriseId)
          const isFree = to === 'near' && freeFromFen !== null && parcel.itemsFen >= freeFromFen
          const fee = fees[parcel.storage] + (to === 'near' ? 0 : remoteSurchargeFen)
          expect(parcel.shippingFen).toBe(isFree ? 0 : fee)
          if (parcel.missingForFreeFen !== null)
            expect(parcel.itemsFen + parcel.missingForFreeFen).toBe(freeFromFen)
        }
      }),
    )
  })
})

describe('what one variant is wanted for', () => {
  test('is summed over its lines: two lines of the last unit are refused (T03)', () => {
    const rows = [cartRow({ free: 1 }), cartRow({ free: 1 })]
    expect(demandOf(rows)).toEqual(new Map([[1, 2]]))
    expect(whyNotOrderable(rows, quoteCart(rows, 'near'))).toMatchObject({ code: 'out-of-stock' })
  })

  test('meets 起售 and 限购 as a sum, too', () => {
    const refusalOf = (row: CartRow) => whyNotOrderable([row, row], quoteCart([row, row], 'near'))
    expect(refusalOf(cartRow({ minQuantity: 2 }))).toBeNull()
    expect(refusalOf(cartRow({ minQuantity: 3 }))).toMatchObject({ code: 'below-minimum-quantity' })
    expect(refusalOf(cartRow({ maxPerPerson: 2 }))).toBeNull()
    expect(refusalOf(cartRow({ maxPerPerson: 1 }))).toMatchObject({ code: 'above-limit' })
  })
})

describe('the limits of a payment (T26)', () => {
  const refusalOf = (rows: Array<CartRow>) => whyNotOrderable(rows, quoteCart(rows, 'near'))?.code ?? null
  const many = (count: number) => Array.from({ length: count }, (_, variantId) => cartRow({ variantId }))
  /** A cart that costs exactly this much: nothing is added for shipping. */
  const costing = (priceFen: number) => {
    const { fees } = cartRow().terms
    return [cartRow({ priceFen: fen(priceFen), terms: { fees, freeFromFen: fen(1) } })]
  }

  test.each([
    ['a hundred kinds of goods', many(100), null],
    ['one kind more', many(101), 'too-many-lines'],
    ['¥5.00', costing(500), null],
    ['one fen less', costing(499), 'amount-too-small'],
    ['¥999,999.99', costing(99_999_999), null],
    ['¥1,000,000.00', costing(100_000_000), 'amount-too-large'],
  ])('%s', (_name, rows, code) => {
    expect(refusalOf(rows)).toBe(code)
  })
})
