import { type FormEvent, useRef, useState } from 'react'
import { systemClock } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import type { Measure } from '../line-amount.ts'
import type { TillStock } from '../open-till.server.ts'
import type { KeptSale } from '../phone/kept-sales.ts'
import { type Line, type LineProblem, readSaleForm, type TypedForm } from '../sale-form.ts'
import type { Tender } from '../tender.ts'
import { useKeptSales } from './use-kept-sales.ts'

/** A code, or `other`; `typed` is of a form that the server has refused. */
type Opened = { sku: string; measure: Measure; typed?: TypedForm | undefined }

export type TillPage = {
  booth: { fair: { slug: string }; enterprise: { slug: string } }
  stock: TillStock
  /** What the address opens, where no script runs. */
  opened: Opened | null
  problem: LineProblem | undefined
}

/** What is open at the till, what was said last, and what is done to the sales that the phone keeps. */
export function useTill({ booth, stock, opened, problem }: TillPage) {
  const t = useStaffMessages().booths
  const sales = useKeptSales()
  const [sheet, setSheet] = useState(() => opened && openSheet(opened))
  const [changing, setChanging] = useState<KeptSale | null>(null)
  const [failure, setFailure] = useState<LineProblem | 'not-kept' | undefined>(problem)
  const [said, setSaid] = useState('')
  const recorded = useRef('')

  function choose(sku: string) {
    setFailure(undefined)
    setSaid('')
    setSheet(openSheet({ sku, measure: usualMeasure(sales.kept, sku) }))
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
    const line = readSaleForm(new FormData(event.currentTarget, submitter))
    if (!line.ok) {
      setFailure(line.code)
      return false
    }
    recorded.current = sheet.ref
    try {
      await sales.record(keptSale({ booth, stock }, sheet.ref, line.value, t.till.other))
      setSaid(t.till.recorded(formatFen(fen(line.value.amountFen)), t.tenders[line.value.tender]))
      close()
      return true
    } catch {
      recorded.current = ''
      setFailure('not-kept')
      return false
    }
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
  return { sales, sheet, changing, failure, said, choose, close, submit, undo, setChanging, changeTender }
}

/** What is opened is one sale, whose id is made once: however often it is sent, the phone and the ledger have it once. */
function openSheet(opened: Opened): Opened & { ref: string } {
  return { ...opened, ref: crypto.randomUUID() }
}

type Place = Pick<TillPage, 'booth' | 'stock'>

/** `other` is what goods are called that have no name either. */
function keptSale({ booth, stock }: Place, ref: string, line: Line, other: string): KeptSale {
  const listed = stock.goods.find((goods) => goods.sku === line.sku)
  return {
    ref,
    fair: booth.fair.slug,
    enterprise: booth.enterprise.slug,
    ...line,
    deviceAt: systemClock.now().toISOString(),
    isUndone: false,
    state: 'waiting',
    reason: null,
    title: listed?.title ?? line.goodsName ?? other,
  }
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
