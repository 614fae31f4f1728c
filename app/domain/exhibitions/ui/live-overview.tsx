import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect } from 'react'
import type { InternalSnapshot } from '#app/domain/live/snapshot.ts'
import { openFeed } from '#app/domain/live/ui/live-feed.ts'
import type { Heard } from '#app/domain/live/ui/live-source.ts'
import { SignInAgain } from '#app/domain/live/ui/sign-in-again.tsx'
import { shanghaiSecond, useLive } from '#app/domain/live/ui/use-live.ts'
import type { BreakdownRow } from '#app/domain/reports/breakdown.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FairRecord } from '../fair-record.server.ts'
import type { FairSummary as Summary } from '../fair-summary.server.ts'
import { FairSummary } from './fair-summary.tsx'
import { HoursCard } from './hours-card.tsx'
import { PartCard } from './part-card.tsx'

type LiveOverviewProps = {
  fair: FairRecord
  summary: Summary
  first: InternalSnapshot
  days: ReadonlyArray<Pick<BreakdownRow, 'key' | 'totalFen'>>
}
type Named = { name: string; nameEn: string; amountFen: number }

/** The organizers' dashboard: the figures and their largest parts follow the sales; each amount leads to its entries. */
export function LiveOverview({ fair, summary, first, days }: LiveOverviewProps) {
  const { breakdowns } = useStaffMessages().analysis
  const locale = useLocale()
  const words = liveWords(locale)
  const place = `/organizer/exhibitions/${fair.slug}`
  const open = useCallback((hear: (heard: Heard) => void) => openFeed(`${place}/live`, hear), [place])
  const { snapshot, asOf, isStale, isSignedOut } = useLive(first, open)
  const shown = 'verified' in snapshot ? snapshot : first
  // Another day has begun, or sales, refunds and corrections of other days have come: what those came to is read again.
  const { revalidate } = useRevalidator()
  const [loaded, current] = [otherDays(first), otherDays(shown)]
  useEffect(() => {
    if (current === loaded) return
    const later = setTimeout(revalidate, 2_000)
    return () => clearTimeout(later)
  }, [current, loaded, revalidate])
  const time = shanghaiSecond(asOf)
  const part = ({ name, nameEn, amountFen }: Named, key: string) => ({
    key,
    name: inLocale(locale, name, nameEn),
    amountFen,
  })
  const parts = {
    channel: shown.channels.map(({ channel, amountFen }) => ({
      key: channel,
      name: words.channels[channel],
      amountFen,
    })),
    division: shown.divisions.map((each) => part(each, each.code)),
    enterprise: shown.enterprises.map((each) => part(each, each.slug)),
    product: shown.products.map((each) => part(each, each.slug)),
    category: shown.categories.map((each) => part(each, each.code)),
    district: shown.districts.map((each) => part(each, each.code)),
    day: dayParts(days, shown.hours),
  }
  const figures = {
    ...summary,
    all: { ...shown.figures, asOf },
    verified: { ...shown.verified, asOf },
  }
  return (
    <FairSummary fair={fair} summary={figures} age={isStale ? words.stale(time) : words.asOf(time)}>
      {isSignedOut ? (
        <Notice tone="warning">
          <SignInAgain />
        </Notice>
      ) : null}
      <div className="grid grid-cols-1 gap-6 md:grid-cols-2 xl:grid-cols-3">
        {Object.entries(parts).map(([by, list]) => (
          <PartCard
            key={by}
            by={by}
            title={breakdowns[by as keyof typeof parts]}
            parts={list}
            place={place}
          />
        ))}
        <HoursCard hours={shown.hours} place={place} className="xl:col-span-2" />
      </div>
    </FairSummary>
  )
}

/** What all days but the one that is followed came to. */
function otherDays({ figures, hours: { day, amountFen } }: InternalSnapshot): string {
  return `${day} ${figures.totalFen - amountFen.reduce((sum, each) => sum + each, 0)}`
}

/** The latest first; of today the hours that follow the sales, so that it goes with the figures beside it. */
function dayParts(days: LiveOverviewProps['days'], { day, amountFen }: InternalSnapshot['hours']) {
  const today = amountFen.reduce((sum, each) => sum + each, 0)
  const sums = new Map(days.flatMap(({ key, totalFen }) => (key === null ? [] : [[key, Number(totalFen)]])))
  if (today !== 0 || sums.has(day)) sums.set(day, today)
  return [...sums]
    .map(([key, sum]) => ({ key, name: key, amountFen: sum }))
    .sort((a, b) => (a.key < b.key ? 1 : -1))
}
