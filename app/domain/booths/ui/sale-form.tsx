import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { formatFen } from '#app/kernel/money.ts'
import { parseYuan, yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import { longestGoodsName } from '../goods-name.ts'
import { lineAmount, listPrice, type Measure, measures } from '../line-amount.ts'
import type { District, TillGoods } from '../open-till.server.ts'
import type { LineProblem } from '../sale-form.ts'
import { tenders } from '../tender.ts'

type SaleFormProps = {
  /** Null for what is not in the catalogue. */
  goods: TillGoods | null
  /** What was sold here without a listing before. */
  names: ReadonlyArray<string>
  districts: ReadonlyArray<District>
  /** The sale's own id, so that a form sent twice is one sale. */
  formKey: string
  problem: LineProblem | 'not-kept' | undefined
  /** With a script the phone keeps the sale; without, the form goes to the server. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
}

/** One line of the till. The button that says how it was paid records it. */
export function SaleForm({ goods, names, districts, formKey, problem, onSubmit }: SaleFormProps) {
  const t = useStaffMessages().booths
  const isScripted = useIsScripted()
  const [measure, setMeasure] = useState<Measure>('pieces')
  const [quantity, setQuantity] = useState('1')
  const label = { priceFen: goods?.priceFen ?? null, netGrams: goods?.netGrams ?? null }
  const priceOf = (wanted: Measure) => {
    const price = listPrice(label, wanted)
    return price === null ? '' : yuanInput(price)
  }
  const [price, setPrice] = useState(priceOf('pieces'))
  function choose(wanted: Measure) {
    setMeasure(wanted)
    setQuantity(wanted === 'weight' ? '' : '1')
    setPrice(priceOf(wanted))
  }
  const isWeighed = measure === 'weight'
  const step = (by: number) => setQuantity(String(Math.max(1, (Number(quantity) || 0) + by)))
  return (
    <form method="post" onSubmit={onSubmit} onKeyDown={ignoreEnter} className="grid grid-cols-1 gap-4">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="sku" value={goods?.sku ?? ''} />
      {problem ? (
        <Notice tone="danger" role="alert">
          {t.line.problems[problem]}
        </Notice>
      ) : null}
      {goods ? null : <NameField names={names} />}
      {/* Another measure is another price: without a script the one that stands there would be taken for it. */}
      {isScripted ? <MeasureChoice value={measure} isListed={goods !== null} onChoose={choose} /> : null}
      <div className="grid grid-cols-2 items-end gap-3">
        {measure === 'amount' ? null : (
          <InputField
            id="quantity"
            name="quantity"
            label={isWeighed ? t.line.grams : t.line.pieces}
            inputMode="numeric"
            autoComplete="off"
            value={quantity}
            onChange={(event) => setQuantity(event.target.value)}
          />
        )}
        <InputField
          id="price"
          name="price"
          label={t.line.prices[measure]}
          inputMode="decimal"
          autoComplete="off"
          value={price}
          onChange={(event) => setPrice(event.target.value)}
        />
      </div>
      {isScripted && measure === 'pieces' ? <Stepper onStep={step} /> : null}
      <SelectField id="district" name="district" label={t.line.district} defaultValue="">
        <option value="">{t.line.noDistrict}</option>
        {districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {isScripted ? <Total measure={measure} quantity={quantity} price={price} /> : null}
      <TenderButtons />
    </form>
  )
}

/** Enter must not say how something was paid. */
function ignoreEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

function NameField({ names }: { names: ReadonlyArray<string> }) {
  const t = useStaffMessages().booths.line
  return (
    <>
      <InputField
        id="name"
        name="name"
        label={t.name}
        maxLength={longestGoodsName}
        autoComplete="off"
        list="names"
        required
      />
      <datalist id="names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

type MeasureChoiceProps = { value: Measure; isListed: boolean; onChoose: (measure: Measure) => void }

/** What has a listing has a price by piece or weight; of other goods it may be that only the amount is known. */
function MeasureChoice({ value, isListed, onChoose }: MeasureChoiceProps) {
  const t = useStaffMessages().booths.line
  const offered = measures.filter((measure) => measure !== 'amount' || !isListed)
  return (
    <fieldset className="grid auto-cols-fr grid-flow-col gap-2">
      <legend className="sr-only">{t.measure}</legend>
      {offered.map((measure) => (
        <label
          key={measure}
          className="flex min-h-12 cursor-pointer items-center justify-center rounded-full border border-line-deep text-base font-medium has-checked:border-cinnabar has-checked:bg-cinnabar-wash has-checked:text-cinnabar-deep has-focus-visible:outline-2 has-focus-visible:outline-cinnabar"
        >
          <input
            type="radio"
            name="measure"
            value={measure}
            checked={value === measure}
            onChange={() => onChoose(measure)}
            className="sr-only"
          />
          {t.measures[measure]}
        </label>
      ))}
    </fieldset>
  )
}

function Stepper({ onStep }: { onStep: (by: number) => void }) {
  const t = useStaffMessages().booths.line
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button type="button" kind="secondary" size="large" aria-label={t.fewer} onClick={() => onStep(-1)}>
        −1
      </Button>
      <Button type="button" kind="secondary" size="large" aria-label={t.more} onClick={() => onStep(1)}>
        +1
      </Button>
    </div>
  )
}

function Total({ measure, quantity, price }: { measure: Measure; quantity: string; price: string }) {
  const t = useStaffMessages().booths.line
  const each = parseYuan(price)
  const count = Number(quantity)
  const isWhole = each !== null && Number.isInteger(count) && count > 0 && count <= 100_000
  return (
    <p className="flex items-baseline justify-between">
      <span className="text-muted">{t.total}</span>
      <output className="figures title-font text-3xl">
        {isWhole ? formatFen(lineAmount(measure, count, each)) : '—'}
      </output>
    </p>
  )
}

function TenderButtons() {
  const t = useStaffMessages().booths
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-2 text-sm font-medium">{t.line.tender}</legend>
      {tenders.map((tender) => (
        <Button key={tender} name="tender" value={tender} size="large">
          {t.tenders[tender]}
        </Button>
      ))}
    </fieldset>
  )
}
