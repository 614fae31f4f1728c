import type { ReactNode } from 'react'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { percentOf } from '#app/kernel/percent.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairRecord } from '../fair-record.server.ts'
import type { FairSummary as Summary } from '../fair-summary.server.ts'
import type { FairFigures } from '../figures.ts'
import { shanghaiTime } from './fair-banner.tsx'

type FairSummaryProps = {
  fair: FairRecord
  summary: Summary
  /** How old the figures are, where they follow the sales; else the instant at which they were read. */
  age?: string
  /** Between the figures and what else was counted. */
  children?: ReactNode
}

/** A fair at a glance: what is recorded, what of it is verified, and how far the target is. */
export function FairSummary({ fair, summary, age, children }: FairSummaryProps) {
  const words = useStaffMessages().fairs
  const t = words.summary
  const place = `/organizer/exhibitions/${fair.slug}`
  const asOf = age ?? t.asOf(shanghaiTime(summary.all.asOf))
  return (
    <>
      {fair.isPublished ? null : <Notice>{t.notPublic}</Notice>}
      <div className="grid gap-6 lg:grid-cols-2">
        <Figures id="all" title={t.all} figures={summary.all} asOf={asOf} place={place} />
        <Figures
          id="verified"
          title={t.verified}
          figures={summary.verified}
          asOf={asOf}
          place={place}
          state="verified"
        />
      </div>
      <Target reachedFen={summary.all.totalFen} targetFen={summary.targetFen} />
      {children}
      <CardSection id="counted" title={t.counted}>
        <ul className="grid gap-2 text-sm">
          <li>{words.exhibitors(summary.exhibitors)}</li>
          {summary.measures.map(({ kind, value }) => (
            <li key={kind}>{words.counts.sum(words.measures[kind], value.toLocaleString('en'))}</li>
          ))}
          <li>{t.coverage(summary.coverage)}</li>
        </ul>
        {fair.isPublished ? (
          <div>
            <ButtonLink to={`/exhibitions/${fair.slug}`} kind="secondary">
              {t.publicPage}
            </ButtonLink>
          </div>
        ) : null}
      </CardSection>
    </>
  )
}

type FiguresProps = {
  id: string
  title: string
  figures: FairFigures
  asOf: string
  place: string
  /** Of these entries alone. */
  state?: 'verified'
}

/** Signed and total lead to their entries; sales are of three channels, which lead there one by one. */
function Figures({ id, title, figures, asOf, place, state }: FiguresProps) {
  const t = useStaffMessages().fairs.summary
  const locale = useLocale()
  const entries = (filter: Record<string, string>) => {
    const query = new URLSearchParams({ ...filter, ...(state ? { state } : {}) })
    return `${place}/entries${query.size > 0 ? `?${query}` : ''}`
  }
  const shown = [
    [t.sales, figures.salesFen, `${place}/analysis?by=channel`],
    [t.signed, figures.signedFen, entries({ channel: 'contract' })],
    [t.total, figures.totalFen, entries({})],
  ] as const
  return (
    <CardSection id={id} title={title}>
      <dl className="grid gap-3">
        {shown.map(([name, amount, to]) => (
          <div key={name} className="flex items-baseline justify-between gap-4">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="figures title-font text-xl">
              <LocalLink to={to} className="hover:text-cinnabar">
                {formatLargeFen(fen(amount), locale)}
              </LocalLink>
            </dd>
          </div>
        ))}
      </dl>
      <p className="figures text-xs text-muted">{asOf}</p>
    </CardSection>
  )
}

function Target({ reachedFen, targetFen }: { reachedFen: number; targetFen: number | null }) {
  const t = useStaffMessages().fairs.summary
  const locale = useLocale()
  if (targetFen === null) return <p className="text-sm text-muted">{t.noTarget}</p>
  const percent = percentOf(reachedFen, targetFen) ?? 0
  const title = t.target(formatLargeFen(fen(targetFen), locale))
  return (
    <CardSection id="target" title={title}>
      <progress
        max={100}
        value={Math.min(100, percent)}
        aria-label={title}
        className="h-3 w-full text-cinnabar"
      />
      <p className="figures text-sm">{t.reached(percent)}</p>
    </CardSection>
  )
}
