import { inLocale } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import { layOutFlows } from '../../flow-layout.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { formatSum } from './wall-figures.tsx'

type WallFlowsProps = Pick<LiveSnapshot, 'flows' | 'divisions'>

const picture = { width: 1200, height: 400, side: 500 }
/** So many that each name can be read. */
const mostShown = 8

/** Who in Beijing buys from where: districts at left, divisions at right; pairs in gold. */
export function WallFlows({ flows, divisions }: WallFlowsProps) {
  const locale = useLocale()
  const words = liveWords(locale).wall
  const names = new Map(divisions.map(({ code, name, nameEn }) => [code, inLocale(locale, name, nameEn)]))
  const shown = flows.slice(0, mostShown).map(({ district, divisionCode, amountFen, isPaired }) => ({
    from: inLocale(locale, district.name, district.nameEn),
    to: names.get(divisionCode) ?? '',
    amount: amountFen,
    isPaired,
  }))
  const { left, right, ribbons } = layOutFlows(shown, picture)
  const said = shown.map(({ from, to, amount }) => `${from} → ${to} ${formatSum(amount, locale)}`).join('; ')
  return (
    <section className="wall-flows">
      <h2>
        {words.flows}
        <small>{words.flowsNote}</small>
      </h2>
      {flows.length === 0 ? <p>{words.none}</p> : null}
      <svg
        viewBox={`${-picture.side} -6 ${picture.width + 2 * picture.side} ${picture.height + 12}`}
        role="img"
        aria-label={said || words.flows}
      >
        {ribbons.map(({ from, to, path, width, isPaired }) => (
          <path
            key={`${from} ${to}`}
            d={path}
            strokeWidth={width}
            className={isPaired ? 'wall-ribbon wall-ribbon-paired' : 'wall-ribbon'}
          />
        ))}
        {[
          ...left.map((node) => ({ ...node, x: -14, edge: 'end', text: -30 })),
          ...right.map((node) => ({ ...node, x: picture.width, edge: 'start', text: picture.width + 30 })),
        ].map(({ name, x, y, height, amount, edge, text }) => (
          <g key={`${edge} ${name}`}>
            <rect x={x} y={y} width="14" height={height} className="wall-bar" />
            <text x={text} y={y + height / 2 + 11} textAnchor={edge === 'end' ? 'end' : 'start'}>
              {name}
              <tspan dx="12" className="wall-amount">
                {formatSum(amount, locale)}
              </tspan>
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}
