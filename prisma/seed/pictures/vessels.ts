import {
  box,
  type Canvas,
  type Drawing,
  darker,
  fill,
  gradient,
  groundShadow,
  lighter,
  line,
  mix,
  n,
  oval,
} from './draw.ts'

/** A vessel in two halves, so that its content sits between them. `mouth` is where content rests. */
export type Vessel = {
  back: string
  front: string
  mouth: { y: number; rx: number; ry: number }
  base: number
}

/** Glazed bowl with a painted rim. */
export function bowl(canvas: Canvas, rx: number, glaze: string, band: string): Vessel {
  const ry = rx * 0.24
  const h = rx * 0.72
  const body = `M${-rx} ${-h}C${-rx} ${n(-h * 0.35)} ${n(-rx * 0.62)} ${n(-h * 0.06)} ${n(-rx * 0.42)} 0H${n(rx * 0.42)}C${n(rx * 0.62)} ${n(-h * 0.06)} ${rx} ${n(-h * 0.35)} ${rx} ${-h}A${rx} ${n(ry)} 0 0 1 ${-rx} ${-h}Z`
  const ring = (y: number, share: number, width: number) => {
    const r = rx * share
    return line(`M${n(-r)} ${n(y)}A${n(r)} ${n(ry * share)} 0 0 0 ${n(r)} ${n(y)}`, band, width)
  }
  return {
    back:
      groundShadow(canvas, 12, 0, rx * 1.25, rx * 0.26) +
      oval(0, -h, rx, ry, darker(glaze, 0.16)) +
      oval(0, -h + 6, rx * 0.94, ry * 0.88, darker(glaze, 0.3)),
    front:
      box(-rx * 0.42, -10, rx * 0.84, 20, 8, darker(glaze, 0.22)) +
      fill(body, gradient(canvas, [lighter(glaze, 0.25), glaze, darker(glaze, 0.22)], true)) +
      ring(-h + rx * 0.1, 0.985, rx * 0.035) +
      ring(-h + rx * 0.17, 0.965, rx * 0.015) +
      line(
        `M${n(-rx * 0.99)} ${n(-h + 2)}A${rx} ${n(ry)} 0 0 0 ${n(rx * 0.99)} ${n(-h + 2)}`,
        lighter(glaze, 0.6),
        7,
      ) +
      fill(
        `M${n(-rx * 0.8)} ${n(-h * 0.72)}C${n(-rx * 0.78)} ${n(-h * 0.4)} ${n(-rx * 0.64)} ${n(-h * 0.24)} ${n(-rx * 0.54)} ${n(-h * 0.16)}C${n(-rx * 0.64)} ${n(-h * 0.4)} ${n(-rx * 0.7)} ${n(-h * 0.6)} ${n(-rx * 0.8)} ${n(-h * 0.72)}Z`,
        '#ffffff',
        'opacity=".4"',
      ),
    mouth: { y: -h, rx: rx * 0.95, ry: ry * 0.92 },
    base: rx * 0.5,
  }
}

export function plate(canvas: Canvas, rx: number, glaze: string, band: string): Vessel {
  const ry = rx * 0.27
  return {
    back:
      groundShadow(canvas, 10, 6, rx * 1.15, ry * 1.35) +
      oval(0, -6, rx, ry, darker(glaze, 0.24)) +
      oval(0, -16, rx, ry, gradient(canvas, [glaze, lighter(glaze, 0.45)])) +
      `<ellipse cy="-17" rx="${n(rx * 0.93)}" ry="${n(ry * 0.92)}" fill="none" stroke="${band}" stroke-width="5"/>` +
      oval(0, -15, rx * 0.74, ry * 0.7, darker(glaze, 0.09)) +
      oval(0, -11, rx * 0.72, ry * 0.67, lighter(glaze, 0.2)),
    front: '',
    mouth: { y: -14, rx: rx * 0.72, ry: ry * 0.62 },
    base: rx,
  }
}

/** Wicker basket: staggered strokes make the weave. */
export function basket(canvas: Canvas, rx: number, straw: string): Vessel {
  const ry = rx * 0.22
  const h = rx * 0.66
  const outline = `M${-rx} ${-h}L${n(-rx * 0.8)} -14Q0 ${n(ry * 0.9)} ${n(rx * 0.8)} -14L${rx} ${-h}A${rx} ${n(ry)} 0 0 1 ${-rx} ${-h}Z`
  const id = canvas.define(
    `weave-${rx}`,
    (name) => `<clipPath id="${name}"><path d="${outline}"/></clipPath>`,
  )
  let light = ''
  let dark = ''
  const rows = 8
  for (let row = 0; row < rows; row++) {
    const y = -h + 26 + (row * (h + 4)) / rows
    for (let column = -9; column <= 9; column++) {
      const x = ((column + (row % 2) / 2) * rx) / 8.5
      const sag = ry * (1 - (x / rx) ** 2) * 0.95
      light += `M${n(x - rx / 22)} ${n(y + sag)}h${n(rx / 11)}`
      dark += `M${n(x + rx / 17)} ${n(y + sag - 10)}v22`
    }
  }
  return {
    back:
      groundShadow(canvas, 12, -4, rx * 1.2, rx * 0.25) +
      oval(0, -h, rx, ry, darker(straw, 0.35)) +
      oval(0, -h + 6, rx * 0.95, ry * 0.9, darker(straw, 0.5)),
    front:
      fill(outline, gradient(canvas, [darker(straw, 0.1), darker(straw, 0.26)])) +
      `<g clip-path="url(#${id})">${line(dark, darker(straw, 0.4), 6)}${line(light, lighter(straw, 0.2), rx * 0.05)}</g>` +
      line(`M${-rx} ${-h}A${rx} ${n(ry)} 0 0 0 ${rx} ${-h}`, darker(straw, 0.14), 24) +
      line(
        `M${-rx} ${-h - 3}A${rx} ${n(ry)} 0 0 0 ${rx} ${-h - 3}`,
        lighter(straw, 0.3),
        9,
        'stroke-dasharray="18 12"',
      ),
    mouth: { y: -h, rx: rx * 0.94, ry: ry * 0.9 },
    base: rx * 0.8,
  }
}

export function crate(canvas: Canvas, rx: number, wood: string): Vessel {
  const h = rx * 0.62
  const slat = (y: number, tall: number) =>
    box(-rx, y, rx * 2, tall, 5, gradient(canvas, [lighter(wood, 0.18), wood])) +
    line(
      `M${n(-rx + 30)} ${n(y + tall * 0.4)}h${n(rx * 0.7)}M${n(rx * 0.1)} ${n(y + tall * 0.65)}h${n(rx * 0.6)}`,
      darker(wood, 0.16),
      2.5,
    )
  const post = (x: number) => box(x, -h - 6, 40, h + 10, 4, gradient(canvas, [wood, darker(wood, 0.14)]))
  const nails = [-h + 30, -h * 0.56 + 22, -h * 0.14]
    .map((y) => oval(-rx + 20, y, 4, 4, darker(wood, 0.5)) + oval(rx - 20, y, 4, 4, darker(wood, 0.5)))
    .join('')
  return {
    back:
      groundShadow(canvas, 14, 2, rx * 1.25, rx * 0.18) +
      fill(`M${-rx} ${-h}L${n(-rx * 0.9)} ${n(-h - 54)}H${n(rx * 0.9)}L${rx} ${-h}Z`, darker(wood, 0.42)),
    front:
      box(-rx + 4, -h + 8, rx * 2 - 8, h - 8, 4, darker(wood, 0.45)) +
      slat(-h, h * 0.28) +
      slat(-h * 0.64, h * 0.28) +
      slat(-h * 0.28, h * 0.28) +
      post(-rx) +
      post(rx - 40) +
      nails,
    mouth: { y: -h, rx: rx * 0.93, ry: 44 },
    base: rx,
  }
}

/** Chopping board with a handle; things lie on it. */
export function board(canvas: Canvas, rx: number, wood: string): Vessel {
  const ry = rx * 0.25
  const top = `M${n(-rx * 0.86)} ${n(-ry)}H${n(rx * 0.86)}Q${rx} ${n(-ry)} ${n(rx * 1.04)} ${n(-ry * 0.6)}L${n(rx * 1.12)} ${n(ry * 0.6)}Q${n(rx * 1.1)} ${n(ry)} ${n(rx * 0.96)} ${n(ry)}H${n(-rx * 0.96)}Q${n(-rx * 1.1)} ${n(ry)} ${n(-rx * 1.12)} ${n(ry * 0.6)}L${n(-rx * 1.04)} ${n(-ry * 0.6)}Q${-rx} ${n(-ry)} ${n(-rx * 0.86)} ${n(-ry)}Z`
  const grain = [-0.55, -0.2, 0.18, 0.55]
    .map(
      (t) =>
        `M${n(-rx * 0.95)} ${n(ry * t)}q${n(rx * 0.6)} ${canvas.random.whole(-9, 9)} ${n(rx * canvas.random.between(1.1, 1.8))} 0`,
    )
    .join('')
  return {
    back:
      groundShadow(canvas, 10, ry * 0.7, rx * 1.3, ry * 1.25) +
      `<g transform="translate(0 18)">${fill(top, darker(wood, 0.34))}</g>` +
      fill(top, gradient(canvas, [wood, lighter(wood, 0.24)])) +
      line(grain, darker(wood, 0.16), 3, 'opacity=".7"'),
    front: '',
    mouth: { y: 0, rx: rx * 0.85, ry: ry * 0.7 },
    base: rx * 1.1,
  }
}

/** Open burlap sack with a rolled lip. */
export function sack(canvas: Canvas, rx: number, cloth: string, band: string): Vessel {
  const ry = rx * 0.26
  const h = rx * 1.15
  const body = `M${-rx} ${-h}C${n(-rx * 1.16)} ${n(-h * 0.6)} ${n(-rx * 1.16)} ${n(-h * 0.2)} ${n(-rx * 0.86)} 0Q0 ${n(ry * 0.5)} ${n(rx * 0.86)} 0C${n(rx * 1.16)} ${n(-h * 0.2)} ${n(rx * 1.16)} ${n(-h * 0.6)} ${rx} ${-h}A${rx} ${n(ry)} 0 0 1 ${-rx} ${-h}Z`
  let weave = ''
  for (let y = -h * 0.84; y < -8; y += 17)
    weave += `M${n(-rx * 1.02)} ${n(y)}Q0 ${n(y + ry)} ${n(rx * 1.02)} ${n(y)}`
  return {
    back: groundShadow(canvas, 14, -2, rx * 1.4, rx * 0.28) + oval(0, -h, rx, ry, darker(cloth, 0.4)),
    front:
      fill(body, gradient(canvas, [lighter(cloth, 0.22), cloth, darker(cloth, 0.24)], true)) +
      line(weave, darker(cloth, 0.2), 2.5, 'stroke-dasharray="7 6" opacity=".75"') +
      fill(
        `M${n(-rx * 1.07)} ${n(-h * 0.56)}Q0 ${n(-h * 0.56 + ry * 1.2)} ${n(rx * 1.07)} ${n(-h * 0.56)}V${n(-h * 0.34)}Q0 ${n(-h * 0.34 + ry * 1.2)} ${n(-rx * 1.07)} ${n(-h * 0.34)}Z`,
        band,
        'opacity=".85"',
      ) +
      line(
        `M${n(-rx * 1.02)} ${-h}A${n(rx * 1.02)} ${n(ry)} 0 0 0 ${n(rx * 1.02)} ${-h}`,
        darker(cloth, 0.08),
        34,
      ) +
      line(
        `M${n(-rx * 1.02)} ${-h - 8}A${n(rx * 1.02)} ${n(ry)} 0 0 0 ${n(rx * 1.02)} ${-h - 8}`,
        lighter(cloth, 0.34),
        9,
      ),
    mouth: { y: -h - 4, rx: rx * 0.92, ry: ry * 0.8 },
    base: rx,
  }
}

/** Storage jar of clear glass, its content seen through the wall. */
export function jar(canvas: Canvas, content: string, lid: string, label: string): Drawing {
  const wall =
    'M-118 -250Q-118 -290 -84 -296V-318H84V-296Q118 -290 118 -250V-28Q118 0 90 0H-90Q-118 0 -118 -28Z'
  const inside = 'M-106 -236H106V-30Q106 -10 86 -10H-86Q-106 -10 -106 -30Z'
  return {
    svg:
      groundShadow(canvas, 8, 0, 160, 34) +
      fill(wall, '#ffffff', 'opacity=".5"') +
      fill(inside, gradient(canvas, [lighter(content, 0.22), content, darker(content, 0.25)], true)) +
      oval(0, -236, 106, 14, lighter(content, 0.4)) +
      box(-70, -172, 140, 96, 10, '#fdf8ee') +
      box(-70, -172, 140, 22, 6, label) +
      line('M-40 -124h80M-28 -102h56', mix(label, '#fdf8ee', 0.35), 6) +
      box(-98, -356, 196, 46, 10, gradient(canvas, [lighter(lid, 0.2), lid, darker(lid, 0.25)], true)) +
      fill('M-96 -240Q-98 -276 -74 -284V-60Q-94 -80 -96 -240Z', '#ffffff', 'opacity=".5"'),
    width: 240,
    height: 360,
  }
}
