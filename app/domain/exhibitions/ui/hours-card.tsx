import { useMemo } from 'react'
import type { InternalSnapshot } from '#app/domain/live/snapshot.ts'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { fen } from '#app/kernel/money.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { Chart } from '#app/ui/chart.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
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
    const money = (value: unknown) => formatLargeFen(fen(Math.round(Number(value))), locale)
    return {
      grid: { left: 8, right: 16, top: 16, bottom: 8, outerBoundsMode: 'same' as const },
      tooltip: {
        trigger: 'axis' as const,
        renderMode: 'richText' as const,
        confine: true,
        valueFormatter: money,
      },
      xAxis: {
        type: 'category' as const,
        data: Array.from({ length: 24 }, (_, hour) => `${hour}`),
        axisTick: { show: false },
        axisLabel: { color: '#7a6e63' },
      },
      yAxis: {
        type: 'value' as const,
        axisLabel: { color: '#7a6e63', formatter: money },
        splitLine: { lineStyle: { color: '#e8dfd2' } },
      },
      series: [
        { type: 'bar' as const, color: '#b3362a', data: drawn.split(',').map(Number), barMaxWidth: 24 },
      ],
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
