import { shanghaiMinute } from '#app/kernel/clock.ts'
import type { Page } from '#app/kernel/paging.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import type { Statement, StatementLine } from '../statement.ts'
import { LineTable } from './statement-lines.tsx'
import { Standing } from './statement-page.tsx'
import { StatementSums } from './statement-sums.tsx'
import { usePeriodWord } from './use-period-word.ts'

type PrintStatementProps = {
  statement: Statement
  enterprise: string
  lines: Page<StatementLine>
  at: Date
  path: string
}

export function PrintStatement({ statement, enterprise, lines, at, path }: PrintStatementProps) {
  const words = useStaffMessages().settlements
  const t = words.print
  const title = words.page.title(usePeriodWord()(statement.period))
  return (
    <>
      <div className="print:hidden">
        <PageHeading title={t.heading} trail={[{ title, to: path }]}>
          <PrintButton>{words.page.print}</PrintButton>
        </PageHeading>
      </div>
      <article
        aria-labelledby="statement"
        className="grid grid-cols-1 gap-4 rounded-md border border-line bg-card p-4 md:p-6 print:border-0 print:p-0"
      >
        <header className="flex flex-wrap items-baseline justify-between gap-2">
          <h2 id="statement" className="title-font text-xl">
            {t.issuer} · {title}
          </h2>
          <p className="figures text-sm text-muted">{words.page.asOf(shanghaiMinute(at))}</p>
        </header>
        <p className="font-medium">{enterprise}</p>
        <StatementSums sums={statement} hasNet />
        <Standing statement={statement} />
        <LineTable lines={lines.items} />
        {lines.next ? <p className="text-sm">{t.more(lines.items.length)}</p> : null}
        <p className="text-xs text-muted">{words.page.rule}</p>
      </article>
    </>
  )
}
