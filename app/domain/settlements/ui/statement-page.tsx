import type { ReactNode } from 'react'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { Page } from '#app/kernel/paging.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { Statement, StatementLine } from '../statement.ts'
import { StateBadge } from './state-badge.tsx'
import { StatementLines } from './statement-lines.tsx'
import { OpenNote } from './statement-list.tsx'
import { StatementSums } from './statement-sums.tsx'
import { usePeriodWord } from './use-period-word.ts'

type StatementPageProps = {
  statement: Statement
  enterprise: string
  lines: Page<StatementLine>
  /** The list, this statement's own address, and where its orders are. */
  home: string
  path: string
  orders?: string
  children?: ReactNode
}

export function StatementPage(props: StatementPageProps) {
  const { statement, enterprise, lines, home, path, orders, children } = props
  const t = useStaffMessages().settlements.page
  const period = usePeriodWord()(statement.period)
  return (
    <>
      <PageHeading title={t.title(period)} text={enterprise} trail={[{ title: t.back, to: home }]}>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={`${path}/lines.xlsx`} kind="secondary" reloadDocument download>
            {t.download}
          </ButtonLink>
          <ButtonLink to={`${path}/print`} kind="secondary">
            {t.print}
          </ButtonLink>
        </div>
      </PageHeading>
      <div className="grid grid-cols-1 gap-6">
        <CardSection id="sums" title={t.sums}>
          <StatementSums sums={statement} hasNet />
          <Standing statement={statement} />
          <p className="max-w-text text-xs text-muted">{t.rule}</p>
        </CardSection>
        {children}
        <section aria-labelledby="lines" className="grid gap-3">
          <h2 id="lines" className="text-lg font-medium">
            {t.lines}
          </h2>
          <StatementLines lines={lines.items} {...(orders ? { orders } : {})} />
          <PageTurner next={lines.next} />
        </section>
      </div>
    </>
  )
}

/** How it stands, and since when. */
export function Standing({ statement }: { statement: Statement }) {
  const t = useStaffMessages().settlements.page
  const { state, netFen, closedAt, paidAt, paidReference, paidTo } = statement
  return (
    <div className="grid gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge statement={statement} />
        {closedAt ? <span className="figures text-muted">{t.closed(shanghaiMinute(closedAt))}</span> : null}
      </p>
      {paidAt && netFen !== 0 ? (
        <p className="figures text-muted">
          {(netFen < 0 ? t.recovered : t.paid)(shanghaiMinute(paidAt), paidReference ?? '')}
          {paidTo ? ` · ${t.paidTo(paidTo)}` : null}
        </p>
      ) : null}
      <OpenNote state={state} />
    </div>
  )
}
