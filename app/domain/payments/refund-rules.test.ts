import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addFen, type Fen, fen, splitFen, subtractFen, timesFen } from '#app/kernel/money.ts'
import {
  listBackOnSale,
  type Open,
  type OpenLine,
  type Portion,
  sumOf,
  takeAmount,
  takeEverything,
  takeUnits,
  takeUnsent,
} from './refund-rules.ts'

function openLine(changes: Partial<OpenLine> = {}): OpenLine {
  return {
    lineId: 'a',
    orderId: 'o',
    variantId: 1,
    storage: 'ambient',
    quantity: 2,
    amountFen: fen(4_000),
    unsent: 2,
    isUnsent: false,
    claimed: 2,
    ...changes,
  }
}

function openOrder(lines: Array<OpenLine>, shippingFen = 800): Open {
  const orderIds = [...new Set(lines.map((line) => line.orderId))]
  return { lines, shipping: orderIds.map((orderId) => ({ orderId, amountFen: fen(shippingFen), fees: [] })) }
}

/** What is left once a refund has been asked for. */
function without(open: Open, portion: Portion): Open {
  const minus = (left: Fen, taken: Fen | undefined) => subtractFen(left, taken ?? fen(0))
  return {
    lines: open.lines.map((line) => {
      const taken = portion.lines.find(({ lineId }) => lineId === line.lineId)
      return {
        ...line,
        quantity: line.quantity - (taken?.quantity ?? 0),
        amountFen: minus(line.amountFen, taken?.amountFen),
      }
    }),
    shipping: open.shipping.map(({ orderId, amountFen, fees }) => {
      const taken = portion.shipping.find((order) => order.orderId === orderId)
      return { orderId, amountFen: minus(amountFen, taken?.amountFen), fees }
    }),
  }
}

function portionOf(taken: ReturnType<typeof takeUnits> | ReturnType<typeof takeAmount>): Portion | null {
  return taken.ok ? taken.value : null
}

test('ten times 23.90 less 25 % come back to the fen, together and one by one (T37)', () => {
  const [paidFen] = splitFen(fen(23_900), [75, 25])
  let open = openOrder([openLine({ quantity: 10, amountFen: paidFen! })], 0)
  expect(sumOf(takeEverything(open))).toBe(17_925)
  const amounts = Array.from({ length: 10 }, () => {
    const portion = portionOf(takeUnits(open, [{ lineId: 'a', quantity: 1 }]))!
    open = without(open, portion)
    return sumOf(portion)
  })
  expect(addFen(...amounts)).toBe(17_925)
  expect(Math.max(...amounts) - Math.min(...amounts)).toBe(1)
})

test('a goodwill lowers what each unit gives back', () => {
  const open = openOrder([openLine()])
  const goodwill = portionOf(takeAmount(open, ['a'], fen(500)))!
  expect(goodwill.lines).toEqual([{ lineId: 'a', quantity: 0, amountFen: 500 }])
  expect(
    portionOf(takeUnits(without(open, goodwill), [{ lineId: 'a', quantity: 1 }]))?.lines[0]?.amountFen,
  ).toBe(1_750)
})

test('an amount over several lines is shared by what is left of each', () => {
  const open = openOrder([
    openLine(),
    openLine({ lineId: 'b', amountFen: fen(2_000) }),
    openLine({ lineId: 'c', amountFen: fen(0) }),
  ])
  expect(portionOf(takeAmount(open, ['a', 'b', 'c'], fen(100)))?.lines.map((line) => line.amountFen)).toEqual(
    [67, 33],
  )
})

test('shipping comes back with the last unit of an order that was not sent, and only then', () => {
  const unsent = openOrder([openLine({ isUnsent: true }), openLine({ lineId: 'b', isUnsent: true })])
  const all = ['a', 'b'].map((lineId) => ({ lineId, quantity: 2 }))
  expect(portionOf(takeUnits(unsent, all))?.shipping).toEqual([{ orderId: 'o', amountFen: 800 }])
  expect(portionOf(takeUnits(unsent, all.slice(1)))?.shipping).toEqual([])
  expect(portionOf(takeUnits(openOrder([openLine()]), [{ lineId: 'a', quantity: 2 }]))?.shipping).toEqual([])
})

test('units go on sale again once, also when their refund fails and is asked for again', () => {
  const lines = [{ lineId: 'a', quantity: 2, amountFen: fen(4_000) }]
  const backOnSale = (line: Partial<OpenLine>) =>
    listBackOnSale(openOrder([openLine(line)]), { lines, shipping: [] })
  expect(backOnSale({ isUnsent: true })).toEqual([{ variantId: 1, quantity: 2 }])
  expect(backOnSale({ isUnsent: true, claimed: 1 })).toEqual([{ variantId: 1, quantity: 1 }])
  expect(backOnSale({ isUnsent: true, claimed: 0 })).toEqual([])
  expect(backOnSale({ isUnsent: false, claimed: 0 })).toEqual([])
})

test('a parcel from which nothing will be sent gives its fee back, and the other parcel keeps its own', () => {
  const isUnsent = true
  const lines = [openLine({ isUnsent }), openLine({ lineId: 'b', storage: 'frozen', isUnsent })]
  const fees = [
    { storage: 'ambient' as const, amountFen: fen(800) },
    { storage: 'frozen' as const, amountFen: fen(2_800) },
  ]
  const open = { lines, shipping: [{ orderId: 'o', amountFen: fen(3_600), fees }] }
  const feeOf = (quantity: number) => portionOf(takeUnsent(open, [{ lineId: 'b', quantity }]))?.shipping
  expect(feeOf(1)).toEqual([])
  expect(feeOf(2)).toEqual([{ orderId: 'o', amountFen: 2_800 }])
  const given = { ...open, shipping: [{ orderId: 'o', amountFen: fen(100), fees }] }
  expect(portionOf(takeUnsent(given, [{ lineId: 'b', quantity: 2 }]))?.shipping[0]?.amountFen).toBe(100)
})

test('of a line that was partly sent only what waits can be out of stock, and just that is on sale again', () => {
  const open = openOrder([openLine({ quantity: 5, unsent: 2, claimed: 2 })])
  expect(takeUnsent(open, [{ lineId: 'a', quantity: 3 }])).toMatchObject({ code: 'too-many-units' })
  const portion = portionOf(takeUnsent(open, [{ lineId: 'a', quantity: 2 }]))!
  expect(listBackOnSale(open, portion)).toEqual([{ variantId: 1, quantity: 2 }])
})

test.each([
  ['more units than are left', [{ lineId: 'a', quantity: 3 }]],
  ['no unit', [{ lineId: 'a', quantity: 0 }]],
  ['a line of somebody else', [{ lineId: 'z', quantity: 1 }]],
  ['one line twice', [1, 1].map((quantity) => ({ lineId: 'a', quantity }))],
])('units are refused: %s', (_name, wanted) => {
  expect(takeUnits(openOrder([openLine()]), wanted)).toEqual({ ok: false, code: 'too-many-units' })
})

test.each([fen(0), fen(-1), fen(4_001)])('an amount is refused: %i fen of 4,000', (amountFen) => {
  expect(takeAmount(openOrder([openLine()]), ['a'], amountFen)).toEqual({ ok: false, code: 'too-much' })
})

const goods = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 9 }), fc.nat(2))
/** Up to six lines in up to three orders, with a discount that is spread over them. */
const paid = fc
  .tuple(fc.array(goods, { minLength: 1, maxLength: 6 }), fc.nat(90), fc.nat(5_000), fc.boolean())
  .map(([lines, percentOff, shippingFen, isUnsent]) => {
    const full = lines.map(([price, quantity]) => timesFen(fen(price), quantity))
    const [paidFen] = splitFen(addFen(...full), [100 - percentOff, percentOff])
    const shares = splitFen(paidFen!, full)
    const open = lines.map(([, quantity, order], index) =>
      openLine({ lineId: `l${index}`, orderId: `o${order}`, quantity, amountFen: shares[index]!, isUnsent }),
    )
    return { itemsFen: paidFen!, open: openOrder(open, shippingFen) }
  })

/** Units of a line, an amount on a line, an amount over all lines; some of them too much. */
const refunds = fc.array(
  fc.tuple(
    fc.constantFrom('units', 'line', 'lines'),
    fc.nat(5),
    fc.integer({ min: 1, max: 10 }),
    fc.nat(1_200),
  ),
  { maxLength: 5 },
)
type Ask = typeof refunds extends fc.Arbitrary<Array<infer A>> ? A : never

function take(open: Open, [kind, index, quantity, permille]: Ask): Portion | null {
  const { lineId } = open.lines[index % open.lines.length]!
  if (kind === 'units') return portionOf(takeUnits(open, [{ lineId, quantity }]))
  const lines = open.lines.filter((line) => kind === 'lines' || line.lineId === lineId)
  const left = sumOf({ lines, shipping: [] })
  return portionOf(
    takeAmount(
      open,
      lines.map((line) => line.lineId),
      fen(Math.ceil((left * permille) / 1_000)),
    ),
  )
}

test('over 100,000 orders nothing gives back more than was paid for it, and the rest is exact (T36)', () => {
  fc.assert(
    fc.property(paid, refunds, ({ itemsFen, open }, asked) => {
      expect(sumOf({ ...open, shipping: [] })).toBe(itemsFen)
      let left = open
      let refunded = 0
      for (const ask of asked) {
        const portion = take(left, ask)
        if (!portion) continue
        left = without(left, portion)
        refunded += sumOf(portion)
        const amounts = [...left.lines, ...left.shipping].map((part) => part.amountFen)
        const quantities = left.lines.map((line) => line.quantity)
        expect(Math.min(...amounts, ...quantities)).toBeGreaterThanOrEqual(0)
      }
      const rest = takeEverything(left)
      expect(refunded + sumOf(rest)).toBe(sumOf(open))
      expect(sumOf(without(left, rest))).toBe(0)
    }),
    { numRuns: 100_000 },
  )
}, 60_000)
