import { type Canvas, fill, gradient, line, mix, n, oval } from '../draw.ts'

/** Rounded hills: a waving ridge at `y` down to `bottom`. */
export function hills(
  canvas: Canvas,
  y: number,
  swing: number,
  colour: string,
  shade: string,
  bottom = 1200,
): string {
  const { random } = canvas
  const step = random.between(300, 460)
  let d = `M-80 ${n(y + random.between(-swing, swing))}`
  for (let x = -80; x < 1300; x += step) {
    const rise = random.between(-swing, swing)
    d += `C${n(x + step * 0.35)} ${n(y + rise - swing)} ${n(x + step * 0.65)} ${n(y + rise - swing * 0.4)} ${n(x + step)} ${n(y + random.between(-swing * 0.5, swing * 0.7))}`
  }
  return fill(`${d}V${bottom}H-80Z`, gradient(canvas, [colour, shade]))
}

/** Sharp mountains with a lit and a shaded side. */
export function peaks(
  canvas: Canvas,
  y: number,
  height: number,
  colour: string,
  shade: string,
  snow?: string,
): string {
  const { random } = canvas
  const parts: Array<string> = []
  for (let x = -160; x < 1300; x += random.between(170, 270)) {
    const tall = height * random.between(0.45, 1)
    const half = random.between(190, 300)
    const tip = x + random.between(-40, 40)
    const bend = tip + random.between(10, 60)
    parts.push(fill(`M${n(x - half)} ${n(y)}L${n(tip)} ${n(y - tall)}L${n(x + half)} ${n(y)}Z`, colour))
    parts.push(
      fill(
        `M${n(tip)} ${n(y - tall)}L${n(bend)} ${n(y - tall * 0.45)}L${n(bend - 30)} ${n(y)}H${n(x + half)}Z`,
        shade,
      ),
    )
    if (snow && tall > height * 0.6) {
      const s = 0.24
      parts.push(
        fill(
          `M${n(tip)} ${n(y - tall)}L${n(tip - (tip - x + half) * s)} ${n(y - tall * (1 - s))}l${n(half * 0.1)} -12l${n(half * 0.1)} 22l${n(half * 0.09)} -20l${n(half * 0.1)} 14L${n(tip + (x + half - tip) * s)} ${n(y - tall * (1 - s))}Z`,
          snow,
        ),
      )
    }
  }
  return parts.join('')
}

/** The dry terraces of Aohan: bands of field that follow the slope, each with its bright rim. */
export function terraces(canvas: Canvas, y: number, colours: ReadonlyArray<string>): string {
  const { random } = canvas
  const lean = random.between(-50, 50)
  const wave = random.between(28, 60)
  const phase = random.between(0, 6)
  const parts: Array<string> = []
  for (let step = 0; step < 9; step++) {
    const level = y + step * (26 + step * 5)
    const points: Array<string> = []
    for (let x = -60; x <= 1260; x += 110) {
      const height =
        level + Math.sin(x / 210 + phase + step * 0.33) * wave * (1 - step * 0.05) + (lean * (x - 600)) / 600
      points.push(`${n(x)} ${n(height)}`)
    }
    const ridge = smooth(points)
    const colour = colours[step % colours.length] ?? '#c9a35a'
    parts.push(fill(`${ridge}V1200H-60Z`, colour))
    parts.push(line(ridge, mix(colour, '#fff6dc', 0.55), 5, 'opacity=".75"'))
    parts.push(
      `<g transform="translate(0 12)">${line(ridge, mix(colour, '#3b2c1a', 0.5), 2.5, 'stroke-dasharray="1 15" opacity=".5"')}</g>`,
    )
  }
  return parts.join('')
}

function smooth(points: ReadonlyArray<string>): string {
  const [first, ...rest] = points
  const pairs = rest.map((point, index) => {
    const [x = 0, y = 0] = point.split(' ').map(Number)
    const [px = 0, py = 0] = (rest[index - 1] ?? first ?? '').split(' ').map(Number)
    return `C${n(px + 50)} ${n(py)} ${n(x - 50)} ${n(y)} ${n(x)} ${n(y)}`
  })
  return `M${first}${pairs.join('')}`
}

/** Dunes of the Ongniud sands: each with a lit flank and a curling edge. */
export function dunes(canvas: Canvas, y: number, light: string, shade: string): string {
  const { random } = canvas
  const parts: Array<string> = []
  for (let layer = 0; layer < 4; layer++) {
    const top = y + layer * 74
    const crest = random.between(200, 1000)
    const l = mix(light, '#7d5a2c', layer * 0.06)
    parts.push(
      fill(
        `M-60 ${n(top + 60)}C${n(crest * 0.5)} ${n(top + 50)} ${n(crest - 120)} ${n(top)} ${n(crest)} ${n(top - 40)}C${n(crest + 180)} ${n(top + 40)} ${n(crest + 340)} ${n(top + 30)} 1260 ${n(top + 10)}V1200H-60Z`,
        l,
      ),
    )
    parts.push(
      fill(
        `M${n(crest)} ${n(top - 40)}C${n(crest + 180)} ${n(top + 40)} ${n(crest + 340)} ${n(top + 30)} 1260 ${n(top + 10)}V${n(top + 190)}C${n(crest + 320)} ${n(top + 150)} ${n(crest - 60)} ${n(top + 90)} ${n(crest)} ${n(top - 40)}Z`,
        mix(shade, '#7d5a2c', layer * 0.06),
        'opacity=".75"',
      ),
    )
  }
  return parts.join('')
}

/** Dalai Nuur: a sheet of water with light on it. */
export function lake(canvas: Canvas, y: number, water: string, shine: string): string {
  const { random } = canvas
  const parts = [fill(`M-60 ${y}H1260V${y + 260}H-60Z`, gradient(canvas, [shine, water]))]
  for (let index = 0; index < 16; index++) {
    const x = random.between(-40, 1100)
    const at = y + 16 + random.next() ** 1.4 * 220
    parts.push(
      line(
        `M${n(x)} ${n(at)}h${n(random.between(40, 190))}`,
        '#ffffff',
        random.between(2.5, 5),
        'opacity=".5"',
      ),
    )
  }
  return parts.join('')
}

export function sun(canvas: Canvas, x: number, y: number, radius: number, colour: string): string {
  const id = canvas.define(
    `halo-${colour}`,
    (name) =>
      `<radialGradient id="${name}"><stop offset=".38" stop-color="${colour}" stop-opacity=".5"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
  )
  return oval(x, y, radius * 2.3, radius * 2.3, `url(#${id})`) + oval(x, y, radius, radius, colour)
}
