import { divisionHue } from '#app/kernel/division-hues.ts'
import { type Canvas, fill, gradient, lighter, mix, move } from '../draw.ts'
import {
  birch,
  bird,
  cloud,
  grass,
  greenhouse,
  millet,
  pagoda,
  pine,
  sheep,
  softCloud,
  yurt,
} from './details.ts'
import { dunes, hills, lake, peaks, sun, terraces } from './land.ts'

export type Light = 'morning' | 'noon' | 'dusk' | 'snow'

type Palette = { ground: string; fill: string; deep: string; haze: string; sun: string; isSnow: boolean }
type Painter = (canvas: Canvas, colours: Palette, horizon: number) => string

/** The land of a division in its hue, 1200 wide; what lies below the horizon runs to the bottom. */
export function scene(canvas: Canvas, divisionCode: string, light: Light, horizon: number): string {
  const hue = divisionHue(divisionCode)
  const haze = { morning: '#fff1d6', noon: '#fbf7f0', dusk: '#f9d3b4', snow: '#f4f6f8' }[light]
  const colours: Palette = {
    ...hue,
    haze,
    sun: light === 'dusk' ? '#e98a5b' : light === 'snow' ? '#fffdf6' : '#f6cf7a',
    isSnow: light === 'snow',
  }
  const { random } = canvas
  const sky = fill(
    'M-60 -60H1260V1260H-60Z',
    gradient(canvas, [mix(hue.fill, hue.ground, 0.45), mix(hue.ground, haze, 0.5), haze, haze]),
  )
  const disc = sun(
    canvas,
    random.between(170, 1030),
    random.between(150, horizon - 170),
    random.between(54, 92),
    colours.sun,
  )
  return (
    sky +
    disc +
    skyLife(canvas, colours, horizon) +
    (painters[divisionCode] ?? grassland)(canvas, colours, horizon)
  )
}

function skyLife(canvas: Canvas, colours: Palette, horizon: number): string {
  const { random } = canvas
  const parts: Array<string> = []
  // Each cloud has its own stretch of sky, so that no two tangle.
  const stretches = random.pick([[1], [0, 2], [2, 0], [0], [2]])
  for (const stretch of stretches) {
    const x = 210 + stretch * 390 + random.between(-90, 90)
    const y = random.between(110, horizon - 210)
    parts.push(
      random.chance(0.6)
        ? move(x, y, cloud(random.between(180, 270), mix(colours.fill, '#ffffff', 0.62), 0.07, 0.95))
        : softCloud(canvas, x, y, random.between(190, 300), 0.75),
    )
  }
  if (random.chance(0.4))
    for (let count = 3; count > 0; count--)
      parts.push(
        move(random.between(200, 1000), random.between(140, horizon - 120), bird(), random.between(0.6, 1)),
      )
  return parts.join('')
}

function green({ fill: hue, isSnow }: Palette, share: number): string {
  return mix(mix(hue, '#9bb36c', 0.68), isSnow ? '#ffffff' : '#5c7542', isSnow ? 0.75 : share)
}

function far(colours: Palette, share: number): string {
  return mix(mix(colours.fill, colours.deep, 0.25), colours.haze, share)
}

const grassland: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg = hills(canvas, y - 60, 40, far(colours, 0.45), far(colours, 0.7))
  svg += hills(canvas, y, 30, green(colours, 0), green(colours, 0.1))
  svg += move(random.between(150, 1050), y + 24, yurt(colours.deep), random.between(0.8, 1.2))
  if (random.chance(0.6)) svg += move(random.between(150, 1050), y + 34, yurt(colours.deep), 0.6)
  svg += hills(canvas, y + 70, 26, green(colours, 0.25), green(colours, 0.45))
  for (let count = random.whole(5, 11); count > 0; count--)
    svg += move(random.between(60, 1140), y + random.between(70, 140), sheep(), random.between(0.7, 1.1))
  return svg
}

const terraceFields: Painter = (canvas, colours, y) => {
  const gold = [
    mix(colours.fill, '#d9a441', 0.5),
    mix(colours.fill, '#c4b060', 0.5),
    mix(colours.fill, '#9fae5a', 0.55),
    mix(colours.fill, '#e3c178', 0.6),
  ]
  let svg =
    hills(canvas, y - 80, 50, far(colours, 0.4), far(colours, 0.7)) +
    hills(canvas, y - 20, 40, far(colours, 0.15), far(colours, 0.5))
  svg += terraces(canvas, y, gold)
  for (let count = 3; count > 0; count--)
    svg += move(
      canvas.random.between(40, 1160),
      y + canvas.random.between(130, 220),
      millet(canvas),
      canvas.random.between(0.55, 0.8),
    )
  return svg
}

const redHills: Painter = (canvas, colours, y) =>
  peaks(canvas, y + 70, 290, mix('#c9705a', colours.haze, 0.25), mix('#a9503f', colours.haze, 0.2)) +
  hills(canvas, y + 20, 34, mix('#c98a6a', colours.haze, 0.2), mix('#d9a98c', colours.haze, 0.2)) +
  hills(canvas, y + 90, 24, green(colours, 0.1), green(colours, 0.3))

const lakeside: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    peaks(canvas, y + 24, 190, far(colours, 0.35), far(colours, 0.2), '#fdfcf8') +
    hills(canvas, y - 14, 18, green(colours, 0.1), green(colours, 0.2))
  svg +=
    lake(canvas, y + 10, mix(colours.fill, '#4b8fb5', 0.4), lighter(colours.fill, 0.65)) +
    hills(canvas, y + 150, 26, green(colours, 0.2), green(colours, 0.4))
  const side = random.pick([90, 1110])
  for (let count = 3; count > 0; count--)
    svg += move(
      side + random.between(-90, 90),
      y + random.between(150, 190),
      birch(),
      random.between(0.8, 1.2),
    )
  return svg
}

const sands: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    hills(canvas, y - 40, 34, far(colours, 0.3), far(colours, 0.6)) + dunes(canvas, y, '#ecd3a0', '#d8b479')
  for (let count = random.whole(3, 6); count > 0; count--)
    svg += move(
      random.between(40, 1160),
      y + random.between(60, 200),
      random.chance(0.5) ? pine(mix(colours.deep, '#4f7a52', 0.5)) : grass(canvas, '#8a8a4a'),
      random.between(0.5, 0.9),
    )
  return svg
}

const forest: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    peaks(canvas, y + 50, 270, far(colours, 0.4), far(colours, 0.25)) +
    hills(canvas, y - 10, 40, far(colours, 0.1), green(colours, 0.3))
  for (let x = -20; x < 1240; x += random.between(34, 70))
    svg += move(
      x,
      y + random.between(20, 74),
      pine(mix(colours.deep, '#5f8a5f', random.between(0.25, 0.7))),
      random.between(0.6, 1.1),
    )
  return svg + hills(canvas, y + 90, 26, green(colours, 0.2), green(colours, 0.4))
}

const greenhouses: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    hills(canvas, y - 70, 44, far(colours, 0.4), far(colours, 0.7)) +
    hills(canvas, y, 20, green(colours, 0), green(colours, 0.2))
  for (let row = 0; row < 3; row++) {
    for (let x = random.between(-80, 60); x < 1300; x += 214 + row * 26)
      svg += move(x, y + 40 + row * 52, greenhouse(colours.deep), 0.85 + row * 0.18)
  }
  return svg
}

const pagodaFields: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    hills(canvas, y - 70, 44, far(colours, 0.4), far(colours, 0.7)) +
    hills(canvas, y, 26, green(colours, 0), green(colours, 0.2))
  svg += move(
    random.pick([random.between(120, 330), random.between(870, 1080)]),
    y + 10,
    pagoda(mix(colours.fill, '#fff3e0', 0.35)),
    random.between(1.3, 1.7),
  )
  return (
    svg +
    terraces(canvas, y + 60, [green(colours, 0.1), green(colours, 0.3), mix(colours.fill, '#d9a441', 0.4)])
  )
}

const rocks: Painter = (canvas, colours, y) =>
  peaks(canvas, y, 270, far(colours, 0.3), far(colours, 0.12), colours.isSnow ? '#ffffff' : undefined) +
  grassland(canvas, colours, y)

const orchard: Painter = (canvas, colours, y) => {
  const { random } = canvas
  let svg =
    peaks(canvas, y + 40, 250, far(colours, 0.5), far(colours, 0.35)) +
    hills(canvas, y - 10, 34, green(colours, 0), green(colours, 0.2))
  for (let count = random.whole(6, 10); count > 0; count--)
    svg += move(
      random.between(0, 1200),
      y + random.between(20, 110),
      tree(canvas, green(colours, 0.35)),
      random.between(0.7, 1.1),
    )
  return svg + hills(canvas, y + 110, 24, green(colours, 0.15), green(colours, 0.4))
}

function tree(canvas: Canvas, colour: string): string {
  const fruit = Array.from(
    { length: 7 },
    () => `M${Math.round(canvas.random.between(-44, 44))} ${Math.round(canvas.random.between(-120, -60))}h.1`,
  ).join('')
  return `<path d="M-6 0h12v-50h-12Z" fill="#6b4f38"/><ellipse cy="-86" rx="62" ry="54" fill="${colour}"/><ellipse cx="-16" cy="-98" rx="40" ry="34" fill="${lighter(colour, 0.18)}"/><path d="${fruit}" stroke="#c2503c" stroke-width="13" stroke-linecap="round"/>`
}

const painters: Readonly<Record<string, Painter>> = {
  '150402': redHills,
  '150403': greenhouses,
  '150404': forest,
  '150421': grassland,
  '150422': pagodaFields,
  '150423': rocks,
  '150424': orchard,
  '150425': lakeside,
  '150426': sands,
  '150428': forest,
  '150429': pagodaFields,
  '150430': terraceFields,
}
