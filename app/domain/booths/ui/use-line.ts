import { useState } from 'react'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { listPrice, type Measure } from '../line-amount.ts'
import type { TillGoods } from '../open-till.server.ts'
import { readQuantity } from '../quantity.ts'
import type { TypedForm } from '../sale-form.ts'
import { readWeightUnit, type WeightUnit } from '../weight.ts'
import { useWeightUnit } from './use-weight-unit.ts'

type Opened = {
  goods: TillGoods | null
  measure: Measure
  remembered: WeightUnit | null
  typed: TypedForm | undefined
}

/** A line as it is being typed. Another measure has a quantity and a price of its own; another unit means the same number. */
export function useLine({ goods, measure: opened, remembered, typed }: Opened) {
  const [measure, setMeasure] = useState(opened)
  const [unit, chooseUnit] = useWeightUnit(remembered)
  const [quantity, setQuantity] = useState(typed?.quantity ?? firstQuantity(opened))
  const [price, setPrice] = useState(typed?.price ?? firstPrice(goods, opened))
  return {
    measure,
    unit,
    quantity,
    price,
    setQuantity,
    setPrice,
    chooseUnit,
    choose(wanted: Measure) {
      setMeasure(wanted)
      setQuantity(firstQuantity(wanted))
      setPrice(firstPrice(goods, wanted))
    },
    /** What was typed into the form before the script ran. */
    takeTyped(form: FormData) {
      setQuantity((drawn) => typedIn(form, 'quantity') ?? drawn)
      setPrice((drawn) => typedIn(form, 'price') ?? drawn)
      const chosen = readWeightUnit(typedIn(form, 'unit') ?? '')
      if (chosen && chosen !== unit) chooseUnit(chosen)
    },
    step(by: number) {
      const pieces = readQuantity('pieces', quantity, unit)
      setQuantity(String(Math.max(1, (pieces.ok ? pieces.value : 0) + by)))
    },
  }
}

export type TypedLine = ReturnType<typeof useLine>

function typedIn(form: FormData, name: string): string | undefined {
  return form.has(name) ? String(form.get(name)) : undefined
}

function firstQuantity(measure: Measure): string {
  return measure === 'weight' ? '' : '1'
}

function firstPrice(goods: TillGoods | null, measure: Measure): string {
  const label = { priceFen: goods?.priceFen ?? null, netGrams: goods?.netGrams ?? null }
  const price = listPrice(label, measure)
  return price === null ? '' : yuanInput(price)
}
