import { useMemo } from 'react'
import type { InternalSnapshot } from '#app/domain/live/snapshot.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { Chart } from '#app/ui/chart.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { mainColor, moneyBars } from '#app/ui/money-bars.ts'
import { useLocale } from '#app/ui/use-locale.ts'

type HoursCardProps = { hours: InternalSnapshot['hours']; place: string; className?: string }

/** What each hour of a day brought in; its table is one click away. */
export function HoursCard({ hours: { day, amountFen }, place, className = '' }: HoursCardProps) {
  const { common, analysis } = useStaffMessages()
  const locale = useLocale()
  const title = liveWords(locale).wall.hours(day)
  // The same figures make the same drawing, however often they are heard again.
  const drawn = amountFen.join()
  const option = useMemo(() => {
    const { frame, sums, names, bars } = moneyBars(locale)
    return {
      grid: { ...frame.grid, top: 16 },
      tooltip: frame.tooltip,
      xAxis: names(Array.from({ length: 24 }, (_, hour) => `${hour}`)),
      yAxis: sums,
      series: [bars(mainColor, drawn.split(',').map(Number))],
    }
  }, [drawn, locale])
  return (
    <CardSection id="by-hour" title={title} className={`content-start gap-3 ${className}`}>
      {amountFen.some((each) => each !== 0) ? (
        <Chart option={option} label={title} />
      ) : (
        <p className="text-sm text-muted">{analysis.none}</p>
      )}
      <LocalLink
        to={`${place}/analysis?by=hour&day=${day}`}
        className="py-1 text-sm text-cinnabar"
        aria-describedby="by-hour"
      >
        {common.more}
      </LocalLink>
    </CardSection>
  )
}
