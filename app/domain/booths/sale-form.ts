import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { type BoothSale, mostFenALine } from './booth-sale.ts'
import { cleanGoodsName } from './goods-name.ts'
import { lineAmount, readMeasure } from './line-amount.ts'
import { type QuantityProblem, readQuantity } from './quantity.ts'
import { tenders } from './tender.ts'
import { readWeightUnit } from './weight.ts'

/** What the till's form says; where and when is added by who reads it. */
export type Line = Pick<
  BoothSale,
  'sku' | 'goodsName' | 'pieces' | 'grams' | 'amountFen' | 'tender' | 'district'
>
export type LineProblem = QuantityProblem | 'no-name' | 'bad-price' | 'too-much' | 'no-tender'

/** As it was typed, for a form that begins with it. */
export type TypedForm = Partial<Record<'name' | 'quantity' | 'price' | 'district', string>>

export function typedForm(form: FormData): TypedForm {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 100)
  return {
    name: text('name'),
    quantity: text('quantity'),
    price: text('price'),
    district: text('district'),
  }
}

/** Read by the phone, offline too, and by the server where no script runs; there it goes through the schema as well. */
export function readSaleForm(form: FormData): Result<Line, Failure<LineProblem>> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const measure = readMeasure(text('measure'))
  // From a form that asks for no unit come grams.
  const unit = readWeightUnit(text('unit')) ?? 'g'
  const quantity = readQuantity(measure, text('quantity'), unit)
  const sku = text('sku') || null
  const goodsName = sku === null ? cleanGoodsName(text('name')) : null
  const price = parseYuan(text('price'))
  const tender = tenders.find((known) => known === text('tender'))
  if (goodsName === '') return failure('no-name')
  if (!quantity.ok) return quantity
  if (price === null || price === 0) return failure('bad-price')
  if (!tender) return failure('no-tender')
  const amountFen = lineAmount(measure, quantity.value, price)
  if (amountFen < 1) return failure('bad-price')
  if (amountFen > mostFenALine) return failure('too-much')
  const isWeighed = measure === 'weight'
  return success({
    sku,
    goodsName,
    pieces: isWeighed ? 1 : quantity.value,
    grams: isWeighed ? quantity.value : null,
    amountFen,
    tender,
    district: text('district') || null,
  })
}
