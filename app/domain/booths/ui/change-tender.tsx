import type { FormEvent } from 'react'
import { fen, formatFen } from '#app/kernel/money.ts'
import type { KeptSale } from '../phone/kept-sales.ts'
import { type Tender, tenders } from '../tender.ts'
import { SaleSheet } from './sale-sheet.tsx'
import { TenderButtons } from './tender-buttons.tsx'

type ChangeTenderProps = { sale: KeptSale; onChoose: (tender: Tender) => void; onClose: () => void }

/** The wrong button was touched: the sale stays as it was, but for how it was paid. */
export function ChangeTender({ sale, onChoose, onClose }: ChangeTenderProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const chosen = new FormData(event.currentTarget, submitter).get('tender')
    const tender = tenders.find((known) => known === chosen)
    if (tender) onChoose(tender)
  }
  return (
    <SaleSheet title={sale.title} text={formatFen(fen(sale.amountFen))} onClose={onClose}>
      <form method="post" onSubmit={submit}>
        <TenderButtons except={sale.tender} />
      </form>
    </SaleSheet>
  )
}
