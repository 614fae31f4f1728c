import { type FormEvent, useMemo, useRef, useState } from 'react'
import { systemClock } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import type { TillStock } from '../open-till.server.ts'
import type { KeptSale } from '../phone/kept-sales.ts'
import { type Line, type LineProblem, readSaleForm } from '../sale-form.ts'
import { FindGoods, matchGoods } from './find-goods.tsx'
import { GoodsGrid } from './goods-grid.tsx'
import { KeptList } from './kept-list.tsx'
import { LastSale } from './last-sale.tsx'
import { SaleForm } from './sale-form.tsx'
import { SaleSheet } from './sale-sheet.tsx'
import { SyncBar } from './sync-bar.tsx'
import { thumbnailOf } from './thumbnail.ts'
import { useBoothWorker } from './use-booth-worker.ts'
import { useKeptSales } from './use-kept-sales.ts'

type TillProps = {
  booth: { fair: { slug: string }; enterprise: { slug: string } }
  stock: TillStock
  /** What the address opens, where no script runs: a code, or `other`. */
  opened: string | null
  formKey: string
  problem: LineProblem | undefined
}

/** The till of a booth. With a script every sale is kept on the phone first, and uploaded when the network lets it. */
export function Till({ booth, stock, opened, formKey, problem }: TillProps) {
  const t = useStaffMessages().booths
  const isScripted = useIsScripted()
  const sales = useKeptSales()
  const [sheet, setSheet] = useState(() => openSheet(opened))
  const recorded = useRef('')
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<LineProblem | 'not-kept' | undefined>(problem)
  const [said, setSaid] = useState('')
  useBoothWorker(useMemo(() => picturesOf(stock), [stock]))

  function choose(wanted: string | null) {
    setFailure(undefined)
    if (wanted !== null) setSaid('')
    setSheet(openSheet(wanted))
  }
  function chooseCode(code: string) {
    const found = stock.goods.find((goods) => goods.barcode === code || goods.sku === code)
    if (found) choose(found.sku)
    setText(found ? '' : code)
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // A second tap while the phone writes is the same sale, paid as the first one said.
    if (!sheet || recorded.current === sheet.ref) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const line = readSaleForm(new FormData(event.currentTarget, submitter))
    if (!line.ok) return setFailure(line.code)
    recorded.current = sheet.ref
    try {
      await sales.record(keptSale(sheet.ref, line.value))
      setSaid(t.till.recorded(formatFen(fen(line.value.amountFen)), t.tenders[line.value.tender]))
      choose(null)
    } catch {
      recorded.current = ''
      setFailure('not-kept')
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
  function keptSale(ref: string, line: Line) {
    const listed = stock.goods.find((goods) => goods.sku === line.sku)
    const title = listed?.title ?? line.goodsName ?? t.till.other
    const where = { fair: booth.fair.slug, enterprise: booth.enterprise.slug }
    const deviceAt = systemClock.now().toISOString()
    return {
      ref,
      ...where,
      ...line,
      deviceAt,
      title,
      isUndone: false,
      state: 'waiting',
      reason: null,
    } as const
  }

  const shown = matchGoods(stock.goods, text)
  const open = stock.goods.find((goods) => goods.sku === sheet?.sku) ?? null
  return (
    <div className="grid grid-cols-1 gap-4">
      <SyncBar {...sales} />
      {sheet === null ? null : (
        <SaleSheet
          key={sheet.ref}
          title={open?.title ?? t.till.other}
          text={open?.label ?? t.till.otherLabel}
          onClose={() => choose(null)}
        >
          <SaleForm
            goods={open}
            names={namesOf(sales.kept)}
            districts={stock.districts}
            formKey={formKey}
            problem={failure}
            {...(isScripted ? { onSubmit: submit } : {})}
          />
        </SaleSheet>
      )}
      {isScripted ? <FindGoods text={text} onText={setText} onCode={chooseCode} /> : null}
      {shown.length === 0 ? <p className="text-sm text-muted">{t.till.nothingFound}</p> : null}
      <GoodsGrid goods={shown} onChoose={choose} />
      <KeptList kept={sales.kept} />
      <LastSale said={said} kept={sheet === null ? sales.kept : null} onUndo={undo} />
    </div>
  )
}

/** What is opened is one sale, whose id is made once: however often it is sent, the phone and the ledger have it once. */
function openSheet(sku: string | null): { sku: string; ref: string } | null {
  return sku === null ? null : { sku, ref: crypto.randomUUID() }
}

/** Of other goods that this phone has sold: the next one is spelt the same. */
function namesOf(kept: ReadonlyArray<KeptSale> | null): Array<string> {
  return [...new Set(kept?.flatMap(({ goodsName }) => goodsName || []))]
}

function picturesOf({ goods }: TillStock): Array<string> {
  return goods.flatMap(({ pictureKey }) => (pictureKey ? [thumbnailOf(pictureKey)] : []))
}
