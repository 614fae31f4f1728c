import { formatFen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { lineAmount } from '../line-amount.ts'
import { readQuantity } from '../quantity.ts'
import type { TypedLine } from './use-line.ts'

/** What is due for what has been typed so far; of a weight the grams as well, that show a slip of the unit. */
export function LineTotal({ measure, quantity, unit, price }: TypedLine) {
  const words = useStaffMessages().booths
  const each = parseYuan(price)
  const read = readQuantity(measure, quantity, unit)
  return (
    <p className="flex items-baseline justify-between gap-3 lying:self-start">
      <span className="text-muted">
        {words.line.total}
        {measure === 'weight' && read.ok ? (
          <span className="figures">{` · ${words.day.grams(read.value)}`}</span>
        ) : null}
      </span>
      <output className="figures title-font text-3xl">
        {each !== null && read.ok ? formatFen(lineAmount(measure, read.value, each)) : '—'}
      </output>
    </p>
  )
}
