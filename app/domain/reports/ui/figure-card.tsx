import type { ReactNode } from 'react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { addFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { Money } from '#app/ui/money.tsx'
import type { FigureItem } from '../figure-views.server.ts'
import { usePressSum } from './report-words.ts'

type FigureCardProps = { figure: FigureItem; heading: ReactNode; children?: ReactNode }

/** What is given to the press: three figures, to the moment, with the fingerprint of what stands behind them. */
export function FigureCard({ figure, heading, children }: FigureCardProps) {
  const t = useStaffMessages().reports
  const press = usePressSum()
  const total = addFen(figure.salesFen, figure.signedFen)
  const shown = [
    [t.figure.total, total],
    [t.figure.sales, figure.salesFen],
    [t.figure.signed, figure.signedFen],
  ] as const
  return (
    <Card as="article" className="grid gap-4">
      <header className="grid gap-1">
        {heading}
        <p className="figures text-sm text-muted">
          {t.figure.cutOff(shanghaiMinute(new Date(figure.cutOff)))} · {t.figure.lines(figure.lines)}
          {figure.restates ? ` · ${t.figure.restates(figure.restates)}` : ''}
        </p>
      </header>
      <dl className="grid gap-4 sm:grid-cols-3">
        {shown.map(([title, amount]) => (
          <div key={title} className="grid content-start gap-1 border-t-2 border-cinnabar pt-2">
            <dt className="text-sm text-muted">{title}</dt>
            <dd className="title-font figures text-xl">{press(amount)}</dd>
            <dd>
              <Money amount={amount} size="small" className="text-muted" />
            </dd>
          </div>
        ))}
      </dl>
      {children}
      <footer className="figures grid gap-1 text-xs text-muted">
        <p className="break-all">SHA-256 {figure.sha256}</p>
        <p>{t.printNote(shanghaiMinute(new Date(figure.cutOff)))}</p>
        <p>{t.figure.frozenBy(figure.frozenBy, shanghaiMinute(new Date(figure.frozenAt)))}</p>
      </footer>
    </Card>
  )
}
