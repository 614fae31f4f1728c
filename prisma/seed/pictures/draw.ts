import type { Random } from './random.ts'

/** A drawing that stands on y = 0, centred on x = 0. */
export type Drawing = { svg: string; width: number; height: number }

/** Collects gradients and icons once per picture, however often they are used. */
export type Canvas = {
  random: Random
  /** Adds a definition under a name and gives its id. */
  define(name: string, make: (id: string) => string): string
}

export function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function move(x: number, y: number, svg: string, scale = 1, turn = 0): string {
  const rotate = turn ? ` rotate(${n(turn)})` : ''
  const size = scale === 1 ? '' : ` scale(${Math.round(scale * 1000) / 1000})`
  return `<g transform="translate(${n(x)} ${n(y)})${rotate}${size}">${svg}</g>`
}

export function mirror(svg: string): string {
  return `<g transform="scale(-1 1)">${svg}</g>`
}

export function fill(d: string, colour: string, more = ''): string {
  return `<path d="${d}" fill="${colour}"${more && ` ${more}`}/>`
}

export function line(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`
}

export function oval(cx: number, cy: number, rx: number, ry: number, colour: string, more = ''): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${colour}"${more && ` ${more}`}/>`
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  round: number,
  colour: string,
  more = '',
): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(round)}" fill="${colour}"${more && ` ${more}`}/>`
}

/** Vertical gradient; `horizontal` turns it. */
export function gradient(canvas: Canvas, stops: ReadonlyArray<string>, horizontal = false): string {
  const id = canvas.define(`g-${horizontal}-${stops.join()}`, (name) => {
    const parts = stops.map((stop, index) => {
      const [colour = '', opacity] = stop.split('/')
      const seen = opacity ? ` stop-opacity="${opacity}"` : ''
      return `<stop offset="${n((index / (stops.length - 1)) * 100)}%" stop-color="${colour}"${seen}/>`
    })
    const direction = horizontal ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
    return `<linearGradient id="${name}" ${direction}>${parts.join('')}</linearGradient>`
  })
  return `url(#${id})`
}

/** Ball shading: light from the upper left. */
export function ball(canvas: Canvas, light: string, body: string, dark: string): string {
  const id = canvas.define(
    `b-${light}${body}${dark}`,
    (name) =>
      `<radialGradient id="${name}" cx=".36" cy=".3" r=".75"><stop offset="0" stop-color="${light}"/><stop offset=".5" stop-color="${body}"/><stop offset="1" stop-color="${dark}"/></radialGradient>`,
  )
  return `url(#${id})`
}

/** The soft shadow in which a thing stands on the table. */
export function groundShadow(
  canvas: Canvas,
  x: number,
  y: number,
  rx: number,
  ry: number,
  strength = 0.34,
): string {
  const id = canvas.define(
    'shadow',
    (name) =>
      `<radialGradient id="${name}"><stop offset="0" stop-color="#2a1c10"/><stop offset=".55" stop-color="#2a1c10" stop-opacity=".55"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0"/></radialGradient>`,
  )
  return oval(x, y, rx, ry, `url(#${id})`, `opacity="${strength}"`)
}

/** Mixes two #rrggbb colours; 0 gives the first. */
export function mix(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const a = Number.parseInt(from.slice(at, at + 2), 16)
    const b = Number.parseInt(to.slice(at, at + 2), 16)
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

export function lighter(colour: string, share: number): string {
  return mix(colour, '#fffaf0', share)
}

export function darker(colour: string, share: number): string {
  return mix(colour, '#2a1c14', share)
}
