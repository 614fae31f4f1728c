import { Link } from '@remix-run/react'
import { divisionHue } from '#app/kernel/division-hues.ts'
import { callouts, type DivisionShape, divisionShapes, mapSize } from './division-map-data.ts'

type MapDivision = {
  code: string
  name: string
  href: string
  /** Its partner in Beijing, where it has one. */
  pairName: string | null
  productCount: number
}

type DivisionMapProps = {
  divisions: ReadonlyArray<MapDivision>
  /** Code of the division whose page this is. */
  current?: string
  /** What the map is, for those who do not see it. */
  label: string
  /** Must say that the map is schematic. */
  caption: string
  /** Name, partner and count in one sentence: what is read out for a region. */
  describe: (division: MapDivision) => string
  className?: string
}

/** The twelve divisions; each region, and each callout of the small ones, is one link. Schematic, no borders. */
export function DivisionMap({
  divisions,
  current,
  label,
  caption,
  describe: spokenText,
  className = '',
}: DivisionMapProps) {
  const places = divisions.flatMap((division) => {
    const shape = divisionShapes[division.code]
    return shape ? [{ division, shape, callout: callouts[division.code] }] : []
  })
  // Callouts cross their neighbours, so they are painted after them.
  const painted = [...places.filter((place) => !place.callout), ...places.filter((place) => place.callout)]
  return (
    <figure className={className}>
      <nav aria-label={label}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title would hover over every region; the landmark has the name */}
        <svg viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} className="block h-auto w-full">
          <path
            d={places.map(({ shape }) => shape.path).join('')}
            transform="translate(4 14)"
            className="fill-line"
          />
          {painted.map((place) => (
            <Region
              key={place.division.code}
              place={place}
              text={spokenText(place.division)}
              state={current === undefined ? 'equal' : current === place.division.code ? 'current' : 'other'}
            />
          ))}
          {places.map((place) => (
            <RegionLabel key={place.division.code} place={place} />
          ))}
        </svg>
      </nav>
      <figcaption className="mt-2 text-center text-xs text-muted">{caption}</figcaption>
    </figure>
  )
}

type Point = readonly [x: number, y: number]
type Place = { division: MapDivision; shape: DivisionShape; callout: Point | undefined }
type RegionProps = { place: Place; text: string; state: 'equal' | 'current' | 'other' }

function Region({ place: { division, shape, callout }, text, state }: RegionProps) {
  const hue = divisionHue(division.code)
  const clip = `region-${division.code}`
  return (
    <Link
      to={division.href}
      aria-label={text}
      aria-current={state === 'current' ? 'page' : undefined}
      className="group cursor-pointer outline-none"
    >
      {/* Clipped to itself, so that no neighbour paints over half of the focus ring. */}
      <clipPath id={clip}>
        <path d={shape.path} />
      </clipPath>
      <path
        d={shape.path}
        clipPath={`url(#${clip})`}
        fill={state === 'other' ? hue.ground : hue.fill}
        stroke={state === 'current' ? hue.deep : '#fbf7f0'}
        strokeLinejoin="round"
        className={`${state === 'current' ? 'stroke-[18px]' : 'stroke-[6px]'} transition-[filter] duration-150 group-hover:brightness-95 group-focus-visible:stroke-cinnabar group-focus-visible:stroke-[26px]`}
      />
      {callout ? <Callout from={shape.label} to={callout} fill={hue.ground} /> : null}
    </Link>
  )
}

const calloutWidth = 270

/** Regions too small for a thumb are touched at a label beside the map. */
function Callout({ from, to, fill }: { from: Point; to: Point; fill: string }) {
  const [x, y] = to
  const edge = x < from[0] ? x + calloutWidth / 2 : x - calloutWidth / 2
  return (
    <>
      <path d={`M${from[0]} ${from[1]}L${edge} ${y}`} className="stroke-ink stroke-[3px]" />
      <circle cx={from[0]} cy={from[1]} r="8" className="fill-ink" />
      <rect
        x={x - calloutWidth / 2}
        y={y - 56}
        width={calloutWidth}
        height="112"
        rx="24"
        fill={fill}
        className="stroke-line-deep stroke-[3px] group-hover:brightness-95 group-focus-visible:stroke-cinnabar group-focus-visible:stroke-[12px]"
      />
    </>
  )
}

function RegionLabel({ place: { division, shape, callout } }: { place: Place }) {
  const [x, y] = callout ?? shape.label
  const lines = nameLines(division.name)
  // Latin letters read well at a smaller size, and their names are longer.
  const isLatin = lines.length > 1
  const size = isLatin ? 33 : 38
  const badge = division.pairName ? badgeOf(division.pairName, isLatin ? 27 : 31) : null
  // A partner's name wider than its region is left to the list and to the spoken label.
  const pair = badge && badge.width < shape.width * 0.95 ? badge : null
  const first = y - ((lines.length - 1) * size + (pair ? 50 : 0)) / 2 + size * 0.35
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus, and its link already says these words
    <g textAnchor="middle" aria-hidden="true" className="pointer-events-none">
      {lines.map((line, index) => (
        <text
          key={line}
          x={x}
          y={first + index * size}
          className={`${isLatin ? 'text-[33px]' : 'text-[38px]'} fill-ink font-medium`}
        >
          {line}
        </text>
      ))}
      {pair ? (
        <PairBadge
          badge={pair}
          x={x}
          y={first + (lines.length - 1) * size + 14}
          deep={divisionHue(division.code).deep}
        />
      ) : null}
    </g>
  )
}

type Badge = { name: string; size: number; width: number }

function badgeOf(name: string, size: number): Badge {
  return { name, size, width: textWidth(name, size) + 28 }
}

function PairBadge({
  badge: { name, size, width },
  x,
  y,
  deep,
}: {
  badge: Badge
  x: number
  y: number
  deep: string
}) {
  const height = size + 13
  return (
    <>
      <rect
        x={x - width / 2}
        y={y}
        width={width}
        height={height}
        rx={height / 2}
        className="fill-card"
        opacity=".85"
      />
      <text x={x} y={y + size + 2} fontSize={size} fill={deep}>
        {name}
      </text>
    </>
  )
}

/** Latin names are long: their last word goes on a line of its own. */
function nameLines(name: string): ReadonlyArray<string> {
  const cut = name.lastIndexOf(' ')
  return cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : [name]
}

/** A good guess without measuring: a Chinese character is as wide as it is high, a Latin letter about half. */
function textWidth(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? size : size * 0.54), 0)
}
