import type { RefundReason } from '#app/domain/orders/lifecycle.ts'
import type { Storage } from '#app/domain/shipping/parcels.ts'
import { addFen, type Fen, fen, splitFen, zeroFen } from '#app/kernel/money.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'

/** Money that was never the order's: none of its lines, orders or entries knows of it, so nothing is taken back of them. */
export function isBesideOrder(reason: RefundReason): boolean {
  return reason === 'amount-mismatch' || reason === 'paid-twice'
}

/** What of a line can still be given back: neither refunded nor claimed by a refund under way. */
export type OpenLine = {
  lineId: string
  orderId: string
  variantId: number
  storage: Storage
  quantity: number
  amountFen: Fen
  /** Units that wait to be sent. */
  unsent: number
  /** Nothing of it has left the enterprise. */
  isUnsent: boolean
  /** Units that wait for the group at the enterprise: fewer than `quantity` once some were sent, or a refund has failed after they went on sale. */
  claimed: number
}
/** What of the lines of a group and of the shipping of its orders can still be given back. */
export type Open = {
  lines: ReadonlyArray<OpenLine>
  shipping: ReadonlyArray<{
    orderId: string
    amountFen: Fen
    /** What was paid for each of its parcels. */
    fees: ReadonlyArray<{ storage: Storage; amountFen: Fen }>
  }>
}

/** The part of it that one refund takes. An amount without units is a goodwill, or a difference at weighing. */
export type Portion = {
  lines: Array<{ lineId: string; quantity: number; amountFen: Fen }>
  shipping: Array<{ orderId: string; amountFen: Fen }>
  /** Its units are of those that were not sent; otherwise those that were sent are given back first. */
  isOfUnsent?: boolean
}

export function takeEverything({ lines, shipping }: Open): Portion {
  return {
    lines: lines
      .filter((line) => line.quantity > 0 || line.amountFen > 0)
      .map(({ lineId, quantity, amountFen }) => ({ lineId, quantity, amountFen })),
    shipping: shipping
      .filter((order) => order.amountFen > 0)
      .map(({ orderId, amountFen }) => ({ orderId, amountFen })),
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
  return success({ lines, shipping: takeShipping(open, lines) })
}

/** Units that will not be sent, since they are not there. */
export function takeUnsent(
  open: Open,
  wanted: ReadonlyArray<{ lineId: string; quantity: number }>,
): Result<Portion, Failure<'too-many-units'>> {
  const unsent = new Map(open.lines.map((line) => [line.lineId, line.unsent]))
  if (wanted.some(({ lineId, quantity }) => quantity > (unsent.get(lineId) ?? 0)))
    return failure('too-many-units')
  const taken = takeUnits(open, wanted)
  return taken.ok ? success({ ...taken.value, isOfUnsent: true }) : taken
}

/** The same once more, after it has failed. */
export function takeAgain(open: Open, { lines, shipping }: Portion): Result<Portion, Failure<'given-back'>> {
  const isLeft = (taken: Portion['lines'][number]) =>
    open.lines.some(
      ({ lineId, quantity, amountFen }) =>
        lineId === taken.lineId && quantity >= taken.quantity && amountFen >= taken.amountFen,
    )
  const isDue = (taken: Portion['shipping'][number]) =>
    open.shipping.some(({ orderId, amountFen }) => orderId === taken.orderId && amountFen >= taken.amountFen)
  return lines.every(isLeft) && shipping.every(isDue) ? success({ lines, shipping }) : failure('given-back')
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

/** Of such orders all that is left of it, of others the fees of parcels from which all was taken and nothing was sent. */
function takeShipping(open: Open, taken: Portion['lines']): Portion['shipping'] {
  const emptied = listEmptied(open, taken)
  return open.shipping.flatMap(({ orderId, amountFen: left, fees }) => {
    const fallen = fees.filter(({ storage }) => isEmptied(open, taken, orderId, storage))
    const amountFen = emptied.includes(orderId)
      ? left
      : fen(Math.min(left, addFen(...fallen.map((parcel) => parcel.amountFen))))
    return amountFen > 0 ? [{ orderId, amountFen }] : []
  })
}

function isEmptied(open: Open, taken: Portion['lines'], orderId: string, storage: Storage): boolean {
  const lines = open.lines.filter((line) => line.orderId === orderId && line.storage === storage)
  const units = (line: OpenLine) => taken.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0
  return (
    lines.some((line) => units(line) > 0) &&
    lines.every((line) => line.isUnsent && line.quantity === units(line))
  )
}

/**
 * Units that go on sale again: those that were sent are given back first, unless it is said otherwise, and those that
 * went on sale before, with a refund that failed, do not twice.
 */
export function listBackOnSale(
  open: Open,
  { lines, isOfUnsent }: Portion,
): Array<{ variantId: number; quantity: number }> {
  return lines.flatMap(({ lineId, quantity }) => {
    const line = open.lines.find((known) => known.lineId === lineId)
    if (!line) return []
    const back = quantity - ((isOfUnsent ? line.unsent : line.quantity) - line.claimed)
    return back > 0 ? [{ variantId: line.variantId, quantity: back }] : []
  })
}

export function sumOf({ lines, shipping }: Open | Portion): Fen {
  return addFen(...lines.map((line) => line.amountFen), ...shipping.map((order) => order.amountFen))
}
