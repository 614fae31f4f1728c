import { shanghaiMinute } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { KeptSale } from '../phone/kept-sales.ts'
import type { KeptSales } from './use-kept-sales.ts'

type RefusedSalesProps = Pick<KeptSales, 'retry' | 'discard' | 'sellAsOther'> & {
  kept: ReadonlyArray<KeptSale>
}

/** What the server would not take, each with its reason and a way out: nothing waits for ever. */
export function RefusedSales({ kept, retry, discard, sellAsOther }: RefusedSalesProps) {
  const t = useStaffMessages().booths.sync
  const refused = kept.filter(({ state }) => state === 'refused')
  if (refused.length === 0) return null
  return (
    <Notice tone="danger" title={t.refused(refused.length)} role="alert">
      <ul className="grid grid-cols-1 divide-y divide-line">
        {refused.map((sale) => (
          <li key={sale.ref} className="grid gap-1 py-2">
            <p>
              {shanghaiMinute(new Date(sale.deviceAt))} · {sale.title} ·{' '}
              <span className="figures">{formatFen(fen(sale.amountFen))}</span>
            </p>
            {sale.reason ? <p>{t.reasons[sale.reason]}</p> : null}
            <div className="flex flex-wrap gap-2">
              {sale.reason === 'unknown-goods' ? (
                <Button type="button" kind="secondary" onClick={() => void sellAsOther(sale.ref)}>
                  {t.sellAsOther}
                </Button>
              ) : null}
              <details>
                <summary className="flex min-h-11 cursor-pointer items-center px-2 underline underline-offset-4">
                  {t.discard}
                </summary>
                <p>{t.discardText}</p>
                <Button type="button" kind="secondary" onClick={() => void discard(sale.ref)}>
                  {t.discardSure}
                </Button>
              </details>
            </div>
          </li>
        ))}
      </ul>
      <Button type="button" kind="secondary" onClick={() => void retry()}>
        {t.retry}
      </Button>
    </Notice>
  )
}
