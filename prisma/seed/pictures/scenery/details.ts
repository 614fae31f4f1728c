import { box, type Canvas, darker, fill, lighter, line, n, oval } from '../draw.ts'

/** A Hongshan cloud: the hooked scroll of the jade ornaments, as one stroke with a tail. */
export function cloud(width: number, colour: string, thickness = 0.085, opacity = 1): string {
  const s = width / 200
  const d =
    'M-100 22C-70 30 -46 24 -30 8C-12 -12 -6 -44 24 -44C50 -44 58 -14 38 -6C24 0 12 -14 24 -22M-8 20C20 30 60 28 74 6C84 -10 104 -8 104 8C104 20 90 22 88 12M-60 26C-40 40 20 42 60 34'
  return `<g transform="scale(${n(s * 10) === '0' ? 0.1 : Math.round(s * 100) / 100})" opacity="${opacity}">${line(d, colour, thickness * 160)}</g>`
}

export function softCloud(canvas: Canvas, x: number, y: number, width: number, opacity: number): string {
  const { random } = canvas
  const h = width * 0.13
  const parts = [box(x - width / 2, y - h / 2, width, h, h / 2, '#ffffff')]
  parts.push(
    box(
      x - width * random.between(0.2, 0.35),
      y - h * 1.25,
      width * random.between(0.3, 0.5),
      h,
      h / 2,
      '#ffffff',
    ),
  )
  parts.push(box(x - width * 0.7, y + h * 0.3, width * 0.8, h * 0.7, h * 0.35, '#ffffff'))
  return `<g opacity="${n(opacity * 10) === '0' ? 0.1 : opacity}">${parts.join('')}</g>`
}

export function yurt(colour: string): string {
  return (
    fill('M-46 0V-34Q0 -46 46 -34V0Z', '#fdf8ec') +
    fill('M-54 -32Q-30 -60 0 -70Q30 -60 54 -32Q0 -44 -54 -32Z', '#f2e8d3') +
    line('M-46 -28Q0 -40 46 -28', colour, 5) +
    line('M-8 -72h16', darker(colour, 0.2), 7) +
    fill('M-11 0V-30Q0 -34 11 -30V0Z', colour)
  )
}

export function sheep(): string {
  return (
    line('M-9 -5v7M9 -5v7', '#4d4137', 4) +
    oval(0, -13, 18, 11, '#fdf9f0') +
    oval(-9, -17, 8, 7, '#fdf9f0') +
    oval(17, -16, 7, 6, '#4d4137')
  )
}

export function pine(colour: string): string {
  return (
    fill('M-5 0h10v-20h-10Z', '#6b4f38') +
    fill('M0 -130L-30 -78H-16L-42 -44H-20L-48 -12H48L20 -44H42L16 -78H30Z', colour) +
    fill('M0 -130L30 -78H16L42 -44H20L48 -12H4Z', darker(colour, 0.22))
  )
}

export function birch(): string {
  return (
    line('M0 0V-170', '#fbf7ee', 12) +
    line('M-4 -40h6M0 -72h6M-4 -108h5M0 -134h5', '#5a4f45', 4) +
    oval(-20, -150, 34, 42, '#d9a441') +
    oval(22, -176, 38, 46, '#e0b658') +
    oval(6, -210, 30, 34, '#cc9433')
  )
}

export function greenhouse(colour: string): string {
  const ribs = [-66, -33, 0, 33, 66].map((x) => `M${x} 0V${n(-58 + Math.abs(x) ** 2 / 130)}`).join('')
  return (
    fill('M-100 0C-100 -44 -50 -58 0 -58S100 -44 100 0Z', '#ffffff', 'opacity=".72"') +
    line(`M-100 0C-100 -44 -50 -58 0 -58S100 -44 100 0${ribs}`, colour, 3.5, 'opacity=".55"')
  )
}

export function pagoda(colour: string): string {
  let svg = box(-26, -34, 52, 34, 0, colour)
  for (let tier = 0; tier < 9; tier++) {
    const half = 32 - tier * 2
    const y = -34 - tier * 13
    svg +=
      fill(`M${-half} ${y}L${-half + 6} ${y - 8}H${half - 6}L${half} ${y}Z`, darker(colour, 0.2)) +
      box(-half + 9, y - 13, half * 2 - 18, 6, 0, colour)
  }
  return `${svg}${fill('M-7 -150L0 -190L7 -150Z', darker(colour, 0.2))}`
}

/** A millet panicle bowing under its weight; the length is about 230. */
export function millet(canvas: Canvas, colour = '#d9a441'): string {
  const { random } = canvas
  const dark = darker(colour, 0.28)
  const parts = [
    line('M0 0C-4 -90 -2 -150 26 -196', '#8c9a4a', 6),
    fill('M-2 -60C-40 -84 -58 -128 -54 -160C-36 -132 -14 -104 -2 -60Z', '#9fae5a'),
    fill('M0 -40C34 -58 58 -92 62 -124C36 -104 12 -82 0 -40Z', '#87984a'),
  ]
  const dots: [string, string, string] = ['', '', '']
  for (let index = 0; index < 150; index++) {
    const t = index / 150
    const x = 20 + t * 62 + Math.sin(t * 2.4) * 10
    const y = -186 - Math.sin(t * 2.7) * 44 + t * 74
    const spread = 17 * Math.sin(Math.min(1, t * 1.15 + 0.12) * Math.PI) + 5
    const tone = random.whole(0, 2)
    dots[tone] += `M${n(x + random.between(-spread, spread))} ${n(y + random.between(-spread, spread))}h.1`
  }
  parts.push(line(dots[0], dark, 9), line(dots[1], colour, 9), line(dots[2], lighter(colour, 0.4), 7))
  return parts.join('')
}

export function grass(canvas: Canvas, colour: string): string {
  const { random } = canvas
  let d = ''
  for (let blade = 0; blade < 9; blade++) {
    const lean = random.between(-34, 34)
    const x = random.between(-22, 22)
    d += `M${n(x)} 0q${n(lean * 0.2)} ${n(random.between(-30, -50))} ${n(lean)} ${n(random.between(-60, -96))}`
  }
  return line(d, colour, 5)
}

export function bird(): string {
  return line('M-22 -6Q-10 -16 0 0Q10 -16 22 -6', '#4d4137', 4, 'opacity=".6"')
}
