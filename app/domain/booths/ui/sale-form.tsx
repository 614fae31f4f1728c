import { useLocation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import { useLedFocus } from '#app/ui/use-led-focus.ts'
import { longestGoodsName } from '../goods-name.ts'
import { type Measure, measures } from '../line-amount.ts'
import type { District, TillGoods } from '../open-till.server.ts'
import type { LineProblem, TypedForm } from '../sale-form.ts'
import { type WeightUnit, weightUnits } from '../weight.ts'
import { LineTotal } from './line-total.tsx'
import { SegmentLinks, Segments } from './segments.tsx'
import { TenderButtons } from './tender-buttons.tsx'
import { type TypedLine, useLine } from './use-line.ts'

type SaleFormProps = {
  /** Null for what is not in the catalogue. */
  goods: TillGoods | null
  /** How it opens. */
  measure: Measure
  /** What the phone's scale was last seen to show, as far as the server knows. */
  unit: WeightUnit | null
  /** What was sold here without a listing before. */
  names: ReadonlyArray<string>
  districts: ReadonlyArray<District>
  /** The sale's own id, so that a form sent twice is one sale. */
  formKey: string
  problem: LineProblem | 'not-kept' | undefined
  /** What it begins with: how such goods were sold before, or what the server refused where no script runs. */
  typed: TypedForm | undefined
  /** With a script the phone keeps the sale; without, the form goes to the server. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
}

/** One line of the till. The button that says how it was paid records it. */
export function SaleForm({ goods, measure, unit, names, districts, formKey, ...rest }: SaleFormProps) {
  const { problem, typed, onSubmit } = rest
  const t = useStaffMessages().booths
  const isScripted = useIsScripted()
  const line = useLine({ goods, measure, remembered: unit, typed })
  // What has to be typed is typed at once; after a choice of the measure the focus stays on the choice.
  const isNamed = goods !== null || typed?.name !== undefined
  const first = isNamed ? measure === 'weight' && 'quantity' : 'name'
  useLedFocus(first, () => document.getElementById(first || ''))
  const form = useRef<HTMLFormElement>(null)
  const takeTyped = useRef(line.takeTyped)
  useEffect(() => takeTyped.current(new FormData(form.current ?? undefined)), [])
  return (
    <form
      ref={form}
      method="post"
      onSubmit={onSubmit}
      className="grid grid-cols-1 items-end gap-4 lying:grid-cols-2"
    >
      {/* Enter presses the first button of a form: this one, since Enter must not say how something was paid. */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="sku" value={goods?.sku ?? ''} />
      {goods ? null : <NameField names={names} typed={typed?.name} />}
      <MeasureChoice line={line} goods={goods} />
      <Figures line={line} />
      {isScripted && line.measure === 'pieces' ? <Stepper onStep={line.step} /> : null}
      {line.measure === 'weight' ? <UnitChoice line={line} /> : null}
      <SelectField id="district" name="district" label={t.line.district} defaultValue={typed?.district ?? ''}>
        <option value="">{t.line.noDistrict}</option>
        {districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {isScripted ? <LineTotal {...line} /> : null}
      {/* Where the thumb was when it went wrong: the sheet may have been scrolled away from its beginning. */}
      {problem ? (
        <Notice tone="danger" role="alert">
          {t.line.problems[problem]}
        </Notice>
      ) : null}
      <TenderButtons />
    </form>
  )
}

function NameField({ names, typed }: { names: ReadonlyArray<string>; typed: string | undefined }) {
  const t = useStaffMessages().booths.line
  return (
    <>
      <InputField
        id="name"
        name="name"
        label={t.name}
        defaultValue={typed}
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

/**
 * What has a listing has a price by piece or weight; of other goods it may be that only the amount is known. Another
 * measure is another price: where no script puts it there, another form is asked for.
 */
function MeasureChoice({ line, goods }: { line: TypedLine; goods: TillGoods | null }) {
  const t = useStaffMessages().booths.line
  const isScripted = useIsScripted()
  const { pathname } = useLocation()
  const offered = measures.filter((measure) => measure !== 'amount' || goods === null)
  const choice = {
    legend: t.measure,
    choices: offered.map((value) => ({ value, title: t.measures[value] })),
    value: line.measure,
  }
  if (isScripted) return <Segments {...choice} name="measure" onChoose={line.choose} />
  const sku = goods?.sku ?? 'other'
  return (
    <>
      <input type="hidden" name="measure" value={line.measure} />
      <SegmentLinks
        {...choice}
        pathOf={(measure) => `${pathname}?${new URLSearchParams({ sku, measure })}`}
      />
    </>
  )
}

function Figures({ line }: { line: TypedLine }) {
  const t = useStaffMessages().booths.line
  const isWeighed = line.measure === 'weight'
  const typed = { autoComplete: 'off', enterKeyHint: 'done' } as const
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      {line.measure === 'amount' ? null : (
        <InputField
          {...typed}
          id="quantity"
          name="quantity"
          label={isWeighed ? t.weight : t.pieces}
          inputMode={isWeighed ? 'decimal' : 'numeric'}
          value={line.quantity}
          onChange={(event) => line.setQuantity(event.target.value)}
        />
      )}
      <InputField
        {...typed}
        id="price"
        name="price"
        label={t.prices[line.measure]}
        inputMode="decimal"
        value={line.price}
        onChange={(event) => line.setPrice(event.target.value)}
      />
    </div>
  )
}

function UnitChoice({ line }: { line: TypedLine }) {
  const t = useStaffMessages().booths.line
  return (
    <Segments
      name="unit"
      legend={t.unit}
      choices={weightUnits.map((value) => ({ value, title: t.units[value] }))}
      value={line.unit}
      onChoose={line.chooseUnit}
    />
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
