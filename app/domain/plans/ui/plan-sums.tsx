import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { addFen, type Fen } from '#app/kernel/money.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { PlanMonth, SalesPlan } from '../sales-plan.ts'

type PlanSumsProps = {
  plan: Pick<SalesPlan, 'baseYear' | 'baseFen' | 'targetFen'>
  months: ReadonlyArray<PlanMonth>
  /** What the ledger has of the base year. */
  baseLedgerFen: Fen
}

/** How far the year is: what is verified, and what is claimed with it. */
export function PlanSums({ plan, months, baseLedgerFen }: PlanSumsProps) {
  const t = useStaffMessages().plans
  const locale = useLocale()
  const large = (amount: Fen) => formatLargeFen(amount, locale)
  const verifiedFen = addFen(...months.map((month) => month.verifiedFen))
  const totalFen = addFen(...months.map((month) => month.totalFen))
  const percent = percentOf(verifiedFen, plan.targetFen) ?? 0
  const times = percentOf(plan.targetFen, plan.baseFen)
  const shown = [
    [t.sums.target, large(plan.targetFen), times ? t.sums.times(String(times / 100)) : ''],
    [t.sums.verified, large(verifiedFen), t.sums.reached(percent)],
    [t.sums.all, large(totalFen), t.sums.reached(percentOf(totalFen, plan.targetFen) ?? 0)],
    [
      t.sums.base(plan.baseYear),
      large(plan.baseFen),
      baseLedgerFen > 0 ? t.sums.baseLedger(large(baseLedgerFen)) : '',
    ],
  ] as const
  return (
    <CardSection id="progress" title={t.progress(percent)} className="gap-4">
      <progress
        max={100}
        value={Math.min(100, percent)}
        aria-labelledby="progress"
        className="h-3 w-full text-cinnabar"
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
        {shown.map(([title, figure, note]) => (
          <div key={title} className="grid content-start gap-1">
            <dt className="text-sm text-muted">{title}</dt>
            <dd className="title-font figures text-xl">{figure}</dd>
            <dd className="text-xs text-muted">{note}</dd>
          </div>
        ))}
      </dl>
    </CardSection>
  )
}
