import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'

export type SentLine = { lineId: string; quantity: number }
export type UnsentLine = SentLine & { variantId: number }

type Split = { sent: Array<UnsentLine>; rest: Array<UnsentLine> }

/** What leaves now and what stays. Lines that are not named stay; without any named, everything leaves. */
export function splitParcel(
  unsent: ReadonlyArray<UnsentLine>,
  wanted: ReadonlyArray<SentLine> = unsent,
): Result<Split, Failure<'too-many-units' | 'nothing-to-ship'>> {
  const left = new Map(unsent.map((line) => [line.lineId, line.quantity]))
  for (const { lineId, quantity } of wanted) {
    const rest = (left.get(lineId) ?? 0) - quantity
    if (rest < 0 || quantity < 0) return failure('too-many-units')
    left.set(lineId, rest)
  }
  const rest = unsent.map((line) => ({ ...line, quantity: left.get(line.lineId) ?? 0 }))
  const sent = unsent.map((line, index) => ({
    ...line,
    quantity: line.quantity - (rest[index]?.quantity ?? 0),
  }))
  const some = (lines: Array<UnsentLine>) => lines.filter((line) => line.quantity > 0)
  return some(sent).length > 0 ? success({ sent: some(sent), rest: some(rest) }) : failure('nothing-to-ship')
}
