import { type FormEvent, useEffect, useRef, useState } from 'react'
import { systemClock } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { parseYuan, yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { type Measure, readMeasure } from '../line-amount.ts'
import type { TillStock } from '../open-till.server.ts'
import type { KeptSale, SoldAs } from '../phone/kept-sales.ts'
import type { OtherGoods } from '../phone/other-goods.ts'
import { type Line, type LineProblem, readSaleForm, type TypedForm } from '../sale-form.ts'
import type { Tender } from '../tender.ts'
import { useKeptSales } from './use-kept-sales.ts'

/** A code, or `other`. */
type Opened = { sku: string; measure: Measure; typed?: TypedForm | undefined }

export type TillPage = {
  booth: { fair: { slug: string }; enterprise: { slug: string } }
  stock: TillStock
  /** What the address opens, where no script runs. */
  opened: Opened | null
  /** Whether the server has just taken what was opened. */
  isTaken: boolean
  problem: LineProblem | undefined
}

/** What is open at the till, what was said last, and what is done to the sales that the phone keeps. */
export function useTill({ booth, stock, opened, isTaken, problem }: TillPage) {
  const t = useStaffMessages().booths
  const sales = useKeptSales()
  const [sheet, setSheet] = useState(() => opened && openSheet(opened))
  const [changing, setChanging] = useState<KeptSale | null>(null)
  const [failure, setFailure] = useState<LineProblem | 'not-kept' | undefined>(problem)
  const [said, setSaid] = useState('')
  const recorded = useRef('')
  // A script that comes with the answer to the plain form must not open the same sale again.
  useEffect(() => {
    if (isTaken) setSheet(null)
  }, [isTaken])

  function open(wanted: Opened) {
    setFailure(undefined)
    setSaid('')
    setSheet(openSheet(wanted))
  }
  function choose(sku: string) {
    open({ sku, measure: usualMeasure(sales.kept, sku) })
  }
  function chooseOther({ name, measure, priceFen }: OtherGoods) {
    const price = priceFen === null ? {} : { price: yuanInput(priceFen) }
    open({ sku: 'other', measure, typed: { name, ...price } })
  }
  function close() {
    setFailure(undefined)
    setSheet(null)
  }
  /** Whether the sale is on the phone. */
  async function submit(event: FormEvent<HTMLFormElement>): Promise<boolean> {
    event.preventDefault()
    // A second tap while the phone writes is the same sale, paid as the first one said.
    if (!sheet || recorded.current === sheet.ref) return false
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    const line = readSaleForm(form)
    if (!line.ok) {
      setFailure(line.code)
      return false
    }
    recorded.current = sheet.ref
    try {
      const title = titleOf(line.value) ?? t.till.other
      const as = line.value.sku === null ? soldAs(form) : null
      await sales.record({ ...keptSale(booth, sheet.ref, line.value), title, as })
      setSaid(t.till.recorded(formatFen(fen(line.value.amountFen)), t.tenders[line.value.tender]))
      close()
      return true
    } catch {
      recorded.current = ''
      setFailure('not-kept')
      return false
    }
  }
  function titleOf({ sku, goodsName }: Line): string | null {
    return stock.goods.find((goods) => goods.sku === sku)?.title ?? goodsName
  }
  async function undo({ ref, amountFen }: KeptSale) {
    try {
      await sales.undo(ref)
      setSaid(t.till.undone(formatFen(fen(amountFen))))
    } catch {
      setSaid(t.till.notUndone)
    }
  }
  async function changeTender(sale: KeptSale, tender: Tender) {
    setChanging(null)
    try {
      await sales.replace(sale.ref, paidBy(sale, tender))
      setSaid(t.till.changed(formatFen(fen(sale.amountFen)), t.tenders[tender]))
    } catch {
      setSaid(t.till.notChanged)
    }
  }
  return {
    sales,
    sheet,
    changing,
    failure,
    said,
    choose,
    chooseOther,
    close,
    submit,
    undo,
    setChanging,
    changeTender,
  }
}

/** What is opened is one sale, whose id is made once: however often it is sent, the phone and the ledger have it once. */
function openSheet(opened: Opened): Opened & { ref: string } {
  return { ...opened, ref: crypto.randomUUID() }
}

function keptSale({ fair, enterprise }: TillPage['booth'], ref: string, line: Line) {
  return {
    ref,
    fair: fair.slug,
    enterprise: enterprise.slug,
    ...line,
    deviceAt: systemClock.now().toISOString(),
    isUndone: false,
    state: 'waiting',
    reason: null,
  } as const
}

function soldAs(form: FormData): SoldAs {
  const measure = readMeasure(form.get('measure'))
  return { measure, priceFen: measure === 'amount' ? null : parseYuan(String(form.get('price'))) }
}

/** The same sale in every other respect, as another one: what the ledger has is never changed. */
function paidBy(sale: KeptSale, tender: Tender): KeptSale {
  const deviceAt = systemClock.now().toISOString()
  return { ...sale, ref: crypto.randomUUID(), tender, deviceAt, state: 'waiting', reason: null }
}

/** What was weighed the last time is weighed again. */
function usualMeasure(kept: ReadonlyArray<KeptSale> | null, sku: string): Measure {
  const last = kept?.find((sale) => sale.sku === sku)
  return last && last.grams !== null ? 'weight' : 'pieces'
}
