import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { formatSum } from './wall-figures.tsx'

const step = 60
const height = 260

/** What was sold in each hour of the day, in Shanghai. */
export function WallHours({ hours: { day, amountFen } }: { hours: LiveSnapshot['hours'] }) {
  const locale = useLocale()
  const words = liveWords(locale).wall
  const most = Math.max(1, ...amountFen)
  const said = amountFen.flatMap((amount, hour) =>
    amount > 0 ? [`${words.hour(hour)} ${formatSum(amount, locale)}`] : [],
  )
  return (
    <section className="wall-hours">
      <h2>{words.hours(day)}</h2>
      <svg
        viewBox={`0 -40 ${24 * step} ${height + 90}`}
        role="img"
        aria-label={said.join('; ') || words.none}
      >
        {amountFen.map((amount, hour) => {
          const size = Math.max(3, (height * Math.max(0, amount)) / most)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day are always the same 24
            <g key={hour}>
              <rect x={hour * step + 8} y={height - size} width={step - 16} height={size} rx="4" />
              {amount === most ? (
                <text x={hour * step + step / 2} y={height - size - 12} className="wall-amount">
                  {formatSum(amount, locale)}
                </text>
              ) : null}
              {hour % 2 === 0 ? (
                <text x={hour * step + step / 2} y={height + 40}>
                  {hour}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
    </section>
  )
}
