import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { type BoothSale, mostFenALine } from './booth-sale.ts'
import { lineAmount, measures } from './line-amount.ts'
import { tenders } from './tender.ts'

/** What the till's form says; where and when is added by who reads it. */
export type Line = Pick<BoothSale, 'sku' | 'pieces' | 'grams' | 'amountFen' | 'tender' | 'district'>
export type LineProblem = 'bad-quantity' | 'bad-price' | 'too-much' | 'no-tender'

/** Read by the phone, offline too, and by the server where no script runs; there it goes through the schema as well. */
export function readSaleForm(form: FormData): Result<Line, Failure<LineProblem>> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const measure = measures.find((known) => known === text('measure')) ?? 'pieces'
  const quantity = Number(text('quantity'))
  const price = parseYuan(text('price'))
  const tender = tenders.find((known) => known === text('tender'))
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100_000) return failure('bad-quantity')
  if (price === null || price === 0) return failure('bad-price')
  if (!tender) return failure('no-tender')
  const amountFen = lineAmount(measure, quantity, price)
  if (amountFen < 1) return failure('bad-price')
  if (amountFen > mostFenALine || (measure === 'pieces' && quantity > 10_000)) return failure('too-much')
  return success({
    sku: text('sku') || null,
    pieces: measure === 'pieces' ? quantity : 1,
    grams: measure === 'weight' ? quantity : null,
    amountFen,
    tender,
    district: text('district') || null,
  })
}
