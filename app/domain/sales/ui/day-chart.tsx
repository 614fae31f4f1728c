import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Folded } from '#app/ui/folded.tsx'
import type { DayOfSales } from '../sales-days.ts'

const height = 80
const step = 20
const gap = 4

/** Bars to see at a glance; the same figures as a table for whoever wants them exact, or hears the page. */
export function DayChart({ days }: { days: ReadonlyArray<DayOfSales> }) {
  const t = useStaffMessages().dashboard.sales
  const most = Math.max(1, ...days.map(({ amountFen }) => amountFen))
  return (
    <figure className="grid grid-cols-1 gap-1">
      <svg
        viewBox={`0 0 ${days.length * step} ${height}`}
        className="h-28 w-full"
        aria-hidden
        preserveAspectRatio="none"
      >
        {days.map(({ day, amountFen }, index) => {
          const tall = Math.max(amountFen > 0 ? 1 : 0, (amountFen / most) * (height - 2))
          return (
            <rect
              key={day}
              x={index * step + gap / 2}
              y={height - 1 - tall}
              width={step - gap}
              height={tall}
              className={index === days.length - 1 ? 'fill-cinnabar' : 'fill-millet'}
            />
          )
        })}
        <line
          x1={0}
          x2={days.length * step}
          y1={height - 0.5}
          y2={height - 0.5}
          className="stroke-line-deep"
        />
      </svg>
      <figcaption className="figures flex justify-between text-xs text-muted">
        <span>{days[0]?.day.slice(5)}</span>
        <span>{days.at(-1)?.day.slice(5)}</span>
      </figcaption>
      <Folded title={t.table}>
        <DayTable days={days} />
      </Folded>
    </figure>
  )
}

function DayTable({ days }: { days: ReadonlyArray<DayOfSales> }) {
  const t = useStaffMessages().dashboard.sales
  return (
    <table className="figures w-full max-w-80 text-sm">
      <thead>
        <tr className="border-b border-line text-left text-muted">
          <th className="py-1 font-normal">{t.day}</th>
          <th className="py-1 text-right font-normal">{t.amount}</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, amountFen }) => (
          <tr key={day} className="border-b border-line">
            <td className="py-1">{day}</td>
            <td className="py-1 text-right">{formatFen(amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
