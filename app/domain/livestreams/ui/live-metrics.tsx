import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormState } from '#app/kernel/form.ts'
import { type Fen, fen } from '#app/kernel/money.ts'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Money } from '#app/ui/money.tsx'
import type { LivestreamFigures } from '../livestream-views.server.ts'
import { computeMetrics, type LiveMetrics, metricFields } from '../metrics.ts'
import { useLivestreamWord } from './use-livestream-word.ts'

/** What the platform's room says beside what our ledger says. 成交 and 退款 are two figures, never one. */
export function FiguresBeside({ metrics, figures }: { metrics: LiveMetrics; figures: LivestreamFigures }) {
  const t = useStaffMessages().livestreams.figures
  const rows: ReadonlyArray<readonly [string, Fen | null, Fen | null]> = [
    [t.sold, known(metrics.payFen), figures.platformFen],
    [t.refunded, known(metrics.refundFen), figures.platformRefundFen],
    [t.shop, null, figures.shopNetFen],
    [t.net, null, figures.netFen],
    [t.verified, null, figures.verifiedFen],
  ]
  return (
    <CardSection id="figures" title={t.title}>
      <ul className="grid grid-cols-1 divide-y divide-line text-sm">
        {rows.map(([title, room, ledger]) => (
          <li key={title} className="grid grid-cols-1 gap-x-4 py-2 sm:grid-cols-[minmax(0,1fr)_10rem_10rem]">
            <span>{title}</span>
            <Figure title={t.room} amount={room} />
            <Figure title={t.ledger} amount={ledger} />
          </li>
        ))}
      </ul>
      <p className="text-xs text-muted">{t.note(figures.platformOrders)}</p>
    </CardSection>
  )
}

function Figure({ title, amount }: { title: string; amount: Fen | null }) {
  if (amount === null) return <span aria-hidden="true" className="max-sm:hidden" />
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-2">
      <span className="text-xs text-muted">{title}</span>
      <Money amount={amount} size="small" />
    </span>
  )
}

type MetricsProps = { metrics: LiveMetrics; state: FormState | undefined }

export function LiveMetricsForm({ metrics, state }: MetricsProps) {
  const t = useStaffMessages().livestreams.metrics
  const word = useLivestreamWord()
  return (
    <CardSection id="metrics" title={t.title}>
      <ComputedFigures metrics={metrics} />
      <details open={state !== undefined}>
        <summary className="min-h-11 cursor-pointer py-2 text-cinnabar">{t.enter}</summary>
        <Form method="post" noValidate preventScrollReset className="grid grid-cols-1 gap-4 pt-2">
          <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
            {metricFields.map(({ key, kind }) => (
              <InputField
                key={key}
                id={key}
                name={key}
                label={t.fields[key]}
                inputMode={kind === 'yuan' ? 'decimal' : 'numeric'}
                autoComplete="off"
                defaultValue={state?.values[key] ?? typedOf(metrics[key], kind)}
                error={word(state?.errors[key])}
              />
            ))}
          </div>
          <div>
            <Button name="intent" value="metrics">
              {t.save}
            </Button>
          </div>
        </Form>
        <Form
          method="post"
          encType="multipart/form-data"
          preventScrollReset
          className="grid grid-cols-1 gap-3 pt-6"
        >
          <InputField
            id="metrics-file"
            name="file"
            type="file"
            label={t.file}
            hint={t.fileHint}
            accept=".csv,.xlsx,.txt"
            required
          />
          <div>
            <Button name="intent" value="metrics-file" kind="secondary">
              {t.import}
            </Button>
          </div>
        </Form>
      </details>
    </CardSection>
  )
}

/** Computed, so that nobody enters them wrongly. */
function ComputedFigures({ metrics }: { metrics: LiveMetrics }) {
  const { computed, fields, none } = useStaffMessages().livestreams.metrics
  const { perBuyerFen, perPieceFen, gpmFen, perViewerFen, clickRate, dealRate } = computeMetrics(metrics)
  const entered = metricFields.filter(({ kind, key }) => kind === 'count' && metrics[key] !== undefined)
  const shown: ReadonlyArray<readonly [string, ReactNode]> = [
    [computed.perBuyer, amountOf(perBuyerFen)],
    [computed.perPiece, amountOf(perPieceFen)],
    [computed.gpm, amountOf(gpmFen)],
    [computed.perViewer, amountOf(perViewerFen)],
    [computed.clickRate, rateOf(clickRate)],
    [computed.dealRate, rateOf(dealRate)],
    ...entered.map(({ key }) => [fields[key], metrics[key]?.toLocaleString('en')] as const),
  ]
  const some = shown.filter(([, figure]) => figure !== null)
  if (some.length === 0) return <p className="text-sm text-muted">{none}</p>
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      {some.map(([title, figure]) => (
        <div key={title}>
          <dt className="text-xs text-muted">{title}</dt>
          <dd className="figures">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function amountOf(amount: Fen | null): ReactNode {
  return amount === null ? null : <Money amount={amount} />
}

function rateOf(rate: number | null): ReactNode {
  return rate === null ? null : `${(rate / 100).toFixed(2)}%`
}

function known(amount: number | undefined): Fen | null {
  return amount === undefined ? null : fen(amount)
}

function typedOf(value: number | undefined, kind: 'yuan' | 'count'): string {
  if (value === undefined) return ''
  return kind === 'yuan' ? yuanInput(fen(value)) : String(value)
}
