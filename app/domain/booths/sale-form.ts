import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { type BoothSale, mostFenALine } from './booth-sale.ts'
import { cleanGoodsName } from './goods-name.ts'
import { lineAmount, measures } from './line-amount.ts'
import { tenders } from './tender.ts'

/** What the till's form says; where and when is added by who reads it. */
export type Line = Pick<
  BoothSale,
  'sku' | 'goodsName' | 'pieces' | 'grams' | 'amountFen' | 'tender' | 'district'
>
export type LineProblem = 'no-name' | 'bad-quantity' | 'bad-price' | 'too-much' | 'no-tender'

/** Read by the phone, offline too, and by the server where no script runs; there it goes through the schema as well. */
export function readSaleForm(form: FormData): Result<Line, Failure<LineProblem>> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const measure = measures.find((known) => known === text('measure')) ?? 'pieces'
  const quantity = measure === 'amount' ? 1 : Number(text('quantity'))
  const sku = text('sku') || null
  const goodsName = sku === null ? cleanGoodsName(text('name')) : null
  const price = parseYuan(text('price'))
  const tender = tenders.find((known) => known === text('tender'))
  if (goodsName === '') return failure('no-name')
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100_000) return failure('bad-quantity')
  if (price === null || price === 0) return failure('bad-price')
  if (!tender) return failure('no-tender')
  const amountFen = lineAmount(measure, quantity, price)
  if (amountFen < 1) return failure('bad-price')
  if (amountFen > mostFenALine || (measure !== 'weight' && quantity > 10_000)) return failure('too-much')
  return success({
    sku,
    goodsName,
    pieces: measure === 'weight' ? 1 : quantity,
    grams: measure === 'weight' ? quantity : null,
    amountFen,
    tender,
    district: text('district') || null,
  })
}
