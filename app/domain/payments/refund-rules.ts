import { addFen, type Fen, splitFen, zeroFen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'

/** What of a line can still be given back: neither refunded nor claimed by a refund under way. */
export type OpenLine = {
  lineId: string
  orderId: string
  variantId: number
  quantity: number
  amountFen: Fen
  /** Nothing of it has left the enterprise. */
  isUnsent: boolean
  /** Units that wait for the group at the enterprise: fewer than `quantity` once some were sent, or a refund has failed after they went on sale. */
  claimed: number
}
/** What of the lines of a group and of the shipping of its orders can still be given back. */
export type Open = {
  lines: ReadonlyArray<OpenLine>
  shipping: ReadonlyArray<{ orderId: string; amountFen: Fen }>
}

/** The part of it that one refund takes. An amount without units is a goodwill, or a difference at weighing. */
export type Portion = {
  lines: Array<{ lineId: string; quantity: number; amountFen: Fen }>
  shipping: Array<{ orderId: string; amountFen: Fen }>
}

export function takeEverything({ lines, shipping }: Open): Portion {
  return {
    lines: lines
      .filter((line) => line.quantity > 0 || line.amountFen > 0)
      .map(({ lineId, quantity, amountFen }) => ({ lineId, quantity, amountFen })),
    shipping: shipping.filter((order) => order.amountFen > 0),
  }
}

/** All that is left of one enterprise's order, its shipping too. */
export function takeOrder(open: Open, orderId: string): Portion {
  const everything = takeEverything(open)
  const own = new Set(open.lines.filter((line) => line.orderId === orderId).map((line) => line.lineId))
  return {
    lines: everything.lines.filter((line) => own.has(line.lineId)),
    shipping: everything.shipping.filter((order) => order.orderId === orderId),
  }
}

/** Units at their share of what is left of the line: discounts and goodwill are spread over all of them. */
export function takeUnits(
  open: Open,
  wanted: ReadonlyArray<{ lineId: string; quantity: number }>,
): Result<Portion, Failure<'too-many-units'>> {
  const lines: Portion['lines'] = []
  for (const { lineId, quantity } of wanted) {
    const line = open.lines.find((known) => known.lineId === lineId)
    const isTwice = lines.some((known) => known.lineId === lineId)
    if (!line || isTwice || quantity < 1 || quantity > line.quantity) return failure('too-many-units')
    const [amountFen = zeroFen] = splitFen(line.amountFen, [quantity, line.quantity - quantity])
    lines.push({ lineId, quantity, amountFen })
  }
  const emptied = listEmptied(open, lines)
  const shipping = open.shipping.filter((order) => order.amountFen > 0 && emptied.includes(order.orderId))
  return success({ lines, shipping })
}

/** An amount over some lines, in proportion to what is left of each. */
export function takeAmount(
  open: Open,
  lineIds: ReadonlyArray<string>,
  amountFen: Fen,
): Result<Portion, Failure<'too-much'>> {
  const lines = open.lines.filter((line) => lineIds.includes(line.lineId))
  const left = lines.map((line) => line.amountFen)
  if (amountFen < 1 || amountFen > addFen(...left)) return failure('too-much')
  const shares = splitFen(amountFen, left)
  const taken = lines.map(({ lineId }, index) => ({
    lineId,
    quantity: 0,
    amountFen: shares[index] ?? zeroFen,
  }))
  return success({ lines: taken.filter((line) => line.amountFen > 0), shipping: [] })
}

/** Orders of which nothing was sent and no unit is left: nothing will be sent, so their shipping goes back, too. */
export function listEmptied(open: Open, taken: Portion['lines']): Array<string> {
  const units = new Map(taken.map((line) => [line.lineId, line.quantity]))
  const touched = open.lines.filter((line) => units.get(line.lineId)).map((line) => line.orderId)
  return [...new Set(touched)].filter((orderId) =>
    open.lines
      .filter((line) => line.orderId === orderId)
      .every((line) => line.isUnsent && line.quantity === (units.get(line.lineId) ?? 0)),
  )
}

/**
 * Units that go on sale again: those that were sent are given back first, and those that went on sale before, with a
 * refund that failed, do not twice.
 */
export function listBackOnSale(
  open: Open,
  taken: Portion['lines'],
): Array<{ variantId: number; quantity: number }> {
  return taken.flatMap(({ lineId, quantity }) => {
    const line = open.lines.find((known) => known.lineId === lineId)
    if (!line) return []
    const back = quantity - (line.quantity - line.claimed)
    return back > 0 ? [{ variantId: line.variantId, quantity: back }] : []
  })
}

export function sumOf({ lines, shipping }: Open | Portion): Fen {
  return addFen(...lines.map((line) => line.amountFen), ...shipping.map((order) => order.amountFen))
}
