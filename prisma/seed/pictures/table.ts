import { box, type Canvas, darker, fill, gradient, lighter, line, mix, n } from './draw.ts'
import { cloud } from './scenery/details.ts'

/** What the goods stand on, from `y` to the bottom edge: planks, a cloth, stone, or a felt with scrolls. */
export function table(canvas: Canvas, y: number, hue: string, deep: string): string {
  const kind = canvas.random.pick(['planks', 'cloth', 'stone', 'felt', 'planks', 'cloth'] as const)
  const edge = `${box(-60, y, 1320, 16, 0, '#2a1c10', 'opacity=".14"')}`
  if (kind === 'planks') return planks(canvas, y) + edge
  if (kind === 'cloth') return planks(canvas, y) + cloth(canvas, y, hue, deep)
  if (kind === 'stone')
    return (
      fill(`M-60 ${n(y)}H1260V1260H-60Z`, gradient(canvas, ['#d9d2c6', '#c3b9aa'])) +
      speckles(canvas, y) +
      line(`M-60 ${n(y + 4)}H1260`, '#f3eee4', 8)
    )
  return felt(canvas, y, hue, deep)
}

function planks(canvas: Canvas, y: number): string {
  const { random } = canvas
  const wood = random.pick(['#c79a66', '#b5854f', '#a67748', '#d6b184', '#8c6442'])
  const parts = [
    fill(`M-60 ${n(y)}H1260V1260H-60Z`, gradient(canvas, [lighter(wood, 0.16), wood, darker(wood, 0.14)])),
  ]
  let at = y
  for (let plank = 0; at < 1200; plank++) {
    const tall = 62 + plank * 30
    if (plank % 2) parts.push(box(-60, at, 1320, tall, 0, darker(wood, 0.1), 'opacity=".4"'))
    let veins = ''
    for (let vein = 0; vein < 5; vein++)
      veins += `M${n(random.between(-60, 900))} ${n(at + random.between(12, tall - 8))}q${n(random.between(80, 180))} ${random.whole(-7, 7)} ${n(random.between(220, 460))} 0`
    parts.push(
      line(veins, darker(wood, 0.2), 2.5, 'opacity=".5"'),
      line(`M-60 ${n(at)}H1260`, darker(wood, 0.34), 3, 'opacity=".7"'),
    )
    at += tall
  }
  return `${parts.join('')}${line(`M-60 ${n(y + 3)}H1260`, lighter(wood, 0.45), 7)}`
}

function cloth(canvas: Canvas, y: number, hue: string, deep: string): string {
  const { random } = canvas
  const tone = random.pick([lighter(hue, 0.5), '#f4ecdd', mix(hue, '#f4ecdd', 0.35), lighter(deep, 0.2)])
  const left = random.between(-40, 120)
  const right = random.between(1080, 1240)
  const edge = `M${n(left)} ${n(y + 56)}L${n(right)} ${n(y + 40)}L${n(right + 70)} 1260H${n(left - 80)}Z`
  const id = canvas.define('cloth', (name) => `<clipPath id="${name}"><path d="${edge}"/></clipPath>`)
  const stripes = random.pick([
    () =>
      Array.from({ length: 14 }, (_, index) =>
        line(`M-80 ${n(y + 70 + index * 40)}H1280`, deep, 4, 'opacity=".25"'),
      ).join(''),
    () =>
      Array.from({ length: 16 }, (_, index) =>
        line(
          `M${n(-160 + index * 96)} ${n(y + 20)}L${n(-330 + index * 118)} 1260`,
          deep,
          14,
          'opacity=".13"',
        ),
      ).join(''),
    () =>
      line(`M${n(left - 4)} ${n(y + 84)}L${n(right + 4)} ${n(y + 68)}`, deep, 9, 'opacity=".5"') +
      line(`M${n(left - 8)} ${n(y + 106)}L${n(right + 8)} ${n(y + 90)}`, deep, 4, 'opacity=".5"'),
  ])()
  return `<g transform="translate(10 12)">${fill(edge, '#2a1c10', 'opacity=".18"')}</g>${fill(edge, gradient(canvas, [lighter(tone, 0.2), tone, darker(tone, 0.08)]))}<g clip-path="url(#${id})">${stripes}</g>`
}

function felt(canvas: Canvas, y: number, hue: string, deep: string): string {
  const { random } = canvas
  const tone = random.pick([mix(hue, deep, 0.35), mix(hue, '#f4ecdd', 0.5), '#a8523f', '#e9ddc6'])
  const scrolls = Array.from(
    { length: 7 },
    (_, index) =>
      `<g transform="translate(${n(-20 + index * 206)} ${n(y + 76)})">${cloud(150, mix(tone, '#fdf8ee', 0.45), 0.06, 0.9)}</g>`,
  ).join('')
  return (
    fill(`M-60 ${n(y)}H1260V1260H-60Z`, gradient(canvas, [lighter(tone, 0.14), tone, darker(tone, 0.12)])) +
    line(`M-60 ${n(y + 6)}H1260M-60 ${n(y + 134)}H1260`, mix(tone, '#fdf8ee', 0.6), 6) +
    scrolls
  )
}

function speckles(canvas: Canvas, y: number): string {
  let d = ''
  for (let index = 0; index < 130; index++)
    d += `M${n(canvas.random.between(0, 1200))} ${n(canvas.random.between(y + 10, 1200))}h${n(canvas.random.between(0.1, 5))}`
  return line(d, '#8f8578', 4, 'opacity=".45"')
}
