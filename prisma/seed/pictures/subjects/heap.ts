import { type Canvas, darker, fill, gradient, lighter, line, mix, n } from '../draw.ts'
import type { Vessel } from '../vessels.ts'

/** Grain, beans, seeds: how one of them looks. Colours are spread over the heap in equal parts. */
export type Grain = {
  colours: ReadonlyArray<string>
  size: number /** Longer than wide by this much. */
  stretch?: number
  mark?: string
  sectors?: boolean
}

/** A heap of loose goods in a vessel's mouth, drawn as strokes with round ends: one path for each tone. */
export function heap(canvas: Canvas, vessel: Vessel, grain: Grain, tall = 0.55): string {
  const { rx, ry, y } = vessel.mouth
  const peak = rx * tall
  const top = (x: number) => -peak * Math.max(0, 1 - (x / rx) ** 2) ** 0.85
  const rim = (x: number) => ry * Math.sqrt(Math.max(0, 1 - (x / rx) ** 2))
  const first = grain.colours[0] ?? '#d9a441'
  const dome = `M${n(-rx)} ${n(y)}C${n(-rx * 0.62)} ${n(y - peak * 1.1)} ${n(-rx * 0.26)} ${n(y - peak * 1.12)} 0 ${n(y - peak * 1.06)}S${n(rx * 0.62)} ${n(y - peak * 1.1)} ${n(rx)} ${n(y)}A${n(rx)} ${n(ry)} 0 0 1 ${n(-rx)} ${n(y)}Z`
  const base = grain.sectors
    ? sectors(canvas, grain.colours, dome, rx, y, peak, ry)
    : fill(dome, gradient(canvas, [lighter(first, 0.12), mix(shaded(first), first, 0.2)]))
  const paths = new Map<string, string>()
  const count = Math.min(900, Math.round((rx * (peak + ry) * 1.6) / grain.size ** 2))
  for (let index = 0; index < count; index++) {
    const x = canvas.random.between(-0.96, 0.96) * rx
    const depth = canvas.random.next()
    const at = y + top(x) * 0.98 + depth * (rim(x) - top(x)) * 0.97
    const tone = toneOf(canvas, grain, x / rx, depth)
    const angle = canvas.random.between(-1.2, 1.2)
    const long = grain.stretch ?? 0.1
    paths.set(
      tone,
      `${paths.get(tone) ?? ''}M${n(x)} ${n(at)}l${n(Math.cos(angle) * long)} ${n(Math.sin(angle) * long)}`,
    )
  }
  const grains = [...paths].map(([colour, d]) => line(d, colour, grain.size)).join('')
  const marks = grain.mark
    ? [...paths.values()].map((d) => line(everyOther(d), grain.mark ?? '', grain.size * 0.22)).join('')
    : ''
  return base + grains + marks
}

function toneOf(canvas: Canvas, grain: Grain, across: number, depth: number): string {
  const { random } = canvas
  const index = grain.sectors
    ? Math.min(grain.colours.length - 1, Math.floor(((across + 1) / 2) * grain.colours.length))
    : random.whole(0, grain.colours.length - 1)
  const colour = grain.colours[index] ?? '#d9a441'
  // Light falls from the upper left; three tones keep the number of paths small.
  const lit = 0.75 - depth * 0.6 - across * 0.28 + random.between(-0.32, 0.32)
  return lit > 0.6 ? glossed(colour) : lit > 0.2 ? colour : shaded(colour)
}

/** Dark goods shine less, or they look dusty. */
function glossed(colour: string): string {
  return lighter(colour, Number.parseInt(colour.slice(3, 5), 16) < 0x60 ? 0.17 : 0.38)
}

/** The shade of pale goods is warm, not grey. */
function shaded(colour: string): string {
  const isPale = Number.parseInt(colour.slice(3, 5), 16) > 0xd0
  return isPale ? mix(colour, '#b08a52', 0.34) : darker(colour, 0.24)
}

function everyOther(d: string): string {
  return d
    .split('M')
    .filter((_, index) => index % 2 === 1)
    .map((part) => `M${part}`)
    .join('')
}

function sectors(
  canvas: Canvas,
  colours: ReadonlyArray<string>,
  dome: string,
  rx: number,
  y: number,
  peak: number,
  ry: number,
): string {
  const id = canvas.define(`dome-${n(rx)}`, (name) => `<clipPath id="${name}"><path d="${dome}"/></clipPath>`)
  const wide = (rx * 2) / colours.length
  const parts = colours.map(
    (colour, index) =>
      `<rect x="${n(-rx + index * wide)}" y="${n(y - peak * 1.2)}" width="${n(wide + 1)}" height="${n(peak * 1.2 + ry)}" fill="${darker(colour, 0.12)}"/>`,
  )
  return `<g clip-path="url(#${id})">${parts.join('')}</g>`
}

export const grains: Readonly<Record<string, Grain>> = {
  millet: { colours: ['#e5b54b', '#dba63c'], size: 11 },
  greenMillet: { colours: ['#a9b05e', '#bdb96c', '#98a352'], size: 11 },
  fourMillets: { colours: ['#e5b54b', '#f3e6c4', '#9aa655', '#4f473f'], size: 11, sectors: true },
  stickyMillet: { colours: ['#f0c94f', '#e8bb3d'], size: 14 },
  buckwheat: { colours: ['#8f7a58', '#7a6548', '#a8936c'], size: 14, stretch: 5 },
  sorghum: { colours: ['#a04e36', '#b4634a', '#c9886a'], size: 14 },
  rice: { colours: ['#f8f4e8', '#efe8d6'], size: 10, stretch: 14 },
  mung: { colours: ['#7d9a4a', '#6b8a3e', '#8fa95a'], size: 17, stretch: 5, mark: '#eef0d8' },
  redBean: { colours: ['#8e3232', '#a03b38', '#7a2a2c'], size: 18, stretch: 6, mark: '#f2e3d2' },
  flour: { colours: ['#f2ead9', '#e9dfca'], size: 7 },
  oatFlour: { colours: ['#e6d8ba', '#dccba8'], size: 7 },
  sugar: { colours: ['#fdfcf8', '#f3f1ec'], size: 9 },
  friedMillet: { colours: ['#c08a3c', '#d09c4c', '#a8742e'], size: 12, stretch: 4 },
  sunflowerSeed: { colours: ['#3f3934', '#55504a', '#2f2a26'], size: 15, stretch: 24, mark: '#f0ece2' },
  melonSeed: { colours: ['#2f2a28', '#453d38'], size: 20, stretch: 16, mark: '#efe9dc' },
  pumpkinSeed: { colours: ['#ece4cc', '#dfd8b8', '#c9cfa0'], size: 19, stretch: 20 },
  almond: { colours: ['#c68d54', '#b47a44', '#d9a873'], size: 26, stretch: 14 },
  hazelnut: { colours: ['#a9713f', '#b98150', '#94602f'], size: 40, mark: '#e3c79e' },
  jujube: { colours: ['#8f2f2a', '#a33c32', '#7a2622'], size: 46, stretch: 22 },
  driedFruit: { colours: ['#d9904a', '#c9773a', '#e8b06a', '#b8552f'], size: 34, stretch: 16 },
  milkTablet: { colours: ['#fbf3dd', '#f5e9c8'], size: 42, mark: '#e6d5a8' },
  driedCurd: { colours: ['#f0dfb4', '#e6cf9a', '#f7ecd0'], size: 26, stretch: 54 },
  driedChilli: { colours: ['#b3261e', '#9c1c18', '#c73a2a'], size: 22, stretch: 74 },
  chilliFlake: { colours: ['#b3261e', '#c94a2a', '#d9803a'], size: 14, stretch: 8 },
  fernDry: { colours: ['#6b5138', '#7d6244', '#574230'], size: 11, stretch: 84 },
  dayLily: { colours: ['#c98f3a', '#d9a650', '#b47a2c'], size: 15, stretch: 86 },
  globeflower: { colours: ['#e8992a', '#f0ad3c', '#d98418'], size: 34, stretch: 6, mark: '#f8d27a' },
  rootSlice: { colours: ['#f0dfb0', '#e8d29a', '#f6e9c6'], size: 40, stretch: 20, mark: '#c79a4a' },
  rootStick: { colours: ['#e6d3a6', '#d9c08a', '#f0e2c0'], size: 24, stretch: 90 },
  herbRoot: { colours: ['#8f7250', '#a1845e', '#7a5f40'], size: 20, stretch: 80 },
  teaPowder: { colours: ['#d9b98a', '#cda873'], size: 13 },
  jerky: { colours: ['#7a3b26', '#8f4a30', '#642d1c'], size: 34, stretch: 84, mark: '#b3704a' },
  woodEar: { colours: ['#3a302c', '#4d4039', '#2b2422'], size: 52, stretch: 16, mark: '#7a685c' },
  whiteEar: { colours: ['#f6efdc', '#eee3c6', '#fbf7ea'], size: 52, stretch: 16, mark: '#d8c698' },
  crackling: { colours: ['#dba04a', '#c98a36', '#e8b766'], size: 50, stretch: 22, mark: '#f3d79a' },
  bellflower: { colours: ['#d9693a', '#c9542a', '#e68a54'], size: 20, stretch: 70, mark: '#f3c08a' },
}
