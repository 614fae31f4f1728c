import { callouts, divisionShapes, mapSize } from '#app/domain/catalog/ui/division-map-data.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { useFlashes } from './use-flashes.ts'

type WallMapProps = { divisions: LiveSnapshot['divisions']; id: string }

/** The twelve divisions by night: the more they sell, the more they shine; who has just sold lights up. */
export function WallMap({ divisions, id }: WallMapProps) {
  const locale = useLocale()
  const words = liveWords(locale).wall
  const flashes = useFlashes(
    divisions.map(({ code, amountFen }) => ({ key: code, amountFen })),
    id,
  )
  const most = Math.max(1, ...divisions.map(({ amountFen }) => amountFen))
  const places = divisions.flatMap((division) => {
    const shape = divisionShapes[division.code]
    return shape ? [{ ...division, shape, callout: callouts[division.code] }] : []
  })
  return (
    <figure className="wall-map">
      <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} role="img" aria-label={words.map}>
        <path d={places.map(({ shape }) => shape.path).join('')} className="wall-land" />
        {places.map(({ code, shape, amountFen }) => (
          <path key={code} d={shape.path} className="wall-region" fillOpacity={shine(amountFen, most)} />
        ))}
        {places.map(({ code, shape }) =>
          flashes.get(code) ? (
            <path key={`${code} ${flashes.get(code)}`} d={shape.path} className="wall-lit" />
          ) : null,
        )}
        {places.map(({ code, shape, callout, name, nameEn }) => (
          <g key={code}>
            {callout ? (
              <path d={`M${shape.label.join(' ')}L${callout.join(' ')}`} className="wall-callout" />
            ) : null}
            <RegionName at={callout ?? shape.label} name={inLocale(locale, name, nameEn)} />
          </g>
        ))}
      </svg>
      <figcaption>{words.mapCaption}</figcaption>
    </figure>
  )
}

/** By the root: else one large contract would leave all others dark. */
function shine(amountFen: number, most: number): number {
  return 0.06 + 0.9 * Math.sqrt(Math.max(0, amountFen) / most)
}

/** Latin names are long: their last word goes on a line of its own. */
function RegionName({ at: [x, y], name }: { at: readonly [x: number, y: number]; name: string }) {
  const cut = name.lastIndexOf(' ')
  const lines = cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : [name]
  return (
    <text textAnchor="middle" className={cut > 0 ? 'wall-region-name wall-latin' : 'wall-region-name'}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + 14 + (index - (lines.length - 1) / 2) * 36}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
