import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Section } from '#app/ui/section.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CurrentFair } from '../current-fairs.server.ts'
import { dates } from './exhibition-card.tsx'
import { shanghaiTime } from './fair-banner.tsx'
import { FairBadges } from './fair-heading.tsx'

type CurrentFairsProps = {
  fairs: ReadonlyArray<CurrentFair>
  /** Who reads the figures of the whole fair. */
  mayOpenWall: boolean
  mayRecord: boolean
}

/** The fairs of these days with their three figures, and the way to where the work on them is done. */
export function CurrentFairs({ fairs, mayOpenWall, mayRecord }: CurrentFairsProps) {
  const t = useStaffMessages().fairs
  return (
    <Section
      id="fairs"
      title={t.current.title}
      more={{ to: '/organizer/exhibitions', title: t.current.more }}
    >
      {fairs.map((fair) => (
        <FairCard key={fair.slug} fair={fair}>
          <ButtonLink to={`/organizer/exhibitions/${fair.slug}`} kind="secondary">
            {t.current.dashboard}
          </ButtonLink>
          {mayOpenWall ? (
            <ButtonLink to={`/organizer/exhibitions/${fair.slug}/wall`} kind="secondary">
              {t.tabs.wall}
            </ButtonLink>
          ) : null}
          {mayRecord && fair.state === 'running' ? (
            <ButtonLink to="/booth" kind="secondary">
              {t.current.till}
            </ButtonLink>
          ) : null}
        </FairCard>
      ))}
    </Section>
  )
}

function FairCard({ fair, children }: { fair: CurrentFair; children: React.ReactNode }) {
  const { summary } = useStaffMessages().fairs
  const locale = useLocale()
  const { salesFen, signedFen, totalFen, asOf } = fair.figures
  const shown = [
    [summary.sales, salesFen],
    [summary.signed, signedFen],
    [summary.total, totalFen],
  ] as const
  return (
    <Card as="article" className="grid gap-4">
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-lg font-medium" lang={fair.nameEn ? undefined : 'zh-CN'}>
            <LocalLink to={`/organizer/exhibitions/${fair.slug}`} className="hover:text-cinnabar">
              {inLocale(locale, fair.name, fair.nameEn)}
            </LocalLink>
          </h3>
          <FairBadges {...fair} />
        </div>
        <p className="figures text-sm text-muted">
          {fair.isMonthOnly ? fair.startsOn.slice(0, 7) : dates(fair)}
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {shown.map(([name, amount]) => (
          <div key={name} className="grid content-start gap-1">
            <dt className="order-2 text-sm text-muted">{name}</dt>
            <dd className="title-font figures text-xl">{formatLargeFen(fen(amount), locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="figures text-xs text-muted">{`${summary.all} · ${summary.asOf(shanghaiTime(asOf))}`}</p>
      <div className="flex flex-wrap gap-3">{children}</div>
    </Card>
  )
}
