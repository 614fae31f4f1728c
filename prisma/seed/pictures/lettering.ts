import { n } from './draw.ts'

// Net contents are drawn as strokes: no machine has to have a font. Each glyph lives in a box 60 wide, 100 high.
const glyphs: Readonly<Record<string, { d: string; wide: number }>> = {
  '0': { d: 'M30 4C8 4 4 26 4 50S8 96 30 96 56 74 56 50 52 4 30 4Z', wide: 60 },
  '1': { d: 'M10 24L32 6V96', wide: 44 },
  '2': { d: 'M6 28C6 -4 54 -4 54 28C54 54 20 68 6 96H56', wide: 60 },
  '3': { d: 'M8 14C30 -4 54 6 52 28C50 46 30 48 24 48C40 48 56 54 55 72C53 100 20 100 5 84', wide: 60 },
  '4': { d: 'M44 96V4L4 68H60', wide: 64 },
  '5': { d: 'M52 5H14L9 46C30 34 56 42 55 68C53 100 18 100 5 84', wide: 60 },
  '6': { d: 'M48 8C14 16 4 44 4 64C4 106 56 104 56 66C56 34 14 34 6 58', wide: 60 },
  '7': { d: 'M4 5H56L22 96', wide: 58 },
  '8': { d: 'M30 46C2 42 4 4 30 4S58 42 30 46C-2 50 0 96 30 96S62 50 30 46Z', wide: 60 },
  '9': { d: 'M12 92C46 84 56 56 56 36C56 -6 4 -4 4 34C4 66 46 66 54 42', wide: 60 },
  '.': { d: 'M8 95h.1', wide: 16 },
  g: { d: 'M48 38C38 28 8 30 8 60S38 90 48 76M48 34V100C48 126 14 124 8 112', wide: 58 },
  k: { d: 'M8 4V96M48 36L8 70M24 58L50 96', wide: 52 },
  m: { d: 'M8 34V96M8 52C10 28 38 28 38 50V96M38 52C42 28 70 28 70 50V96', wide: 78 },
  l: { d: 'M8 4V96', wide: 16 },
  L: { d: 'M8 4V96H50', wide: 52 },
  x: { d: 'M6 42L44 92M44 42L6 92', wide: 50 },
  c: { d: 'M48 44C34 26 6 34 6 64S34 104 48 86', wide: 52 },
}

/** Net contents that can be drawn: '500g', '2.5kg', '500g×4'; others, with Chinese in them, give null. */
export function drawableNet(variantLabel: string): string | null {
  const net = /^\d+(?:\.\d+)?(?:kg|g|ml|L)(?:×\d+)?/.exec(variantLabel)?.[0]
  return net ? net.replace('×', 'x') : null
}

/** Text centred on x = 0 and standing on y = 0, as strokes; it shrinks to `widest`. */
export function lettering(text: string, height: number, colour: string, widest: number): string {
  let x = 0
  let d = ''
  for (const character of text) {
    const glyph = glyphs[character]
    if (!glyph) continue
    d += `<path d="${glyph.d}" transform="translate(${n(x)} 0)"/>`
    x += glyph.wide + 16
  }
  const scale = Math.min(height / 100, widest / x)
  return `<g transform="scale(${Math.round(scale * 1000) / 1000}) translate(${n(-x / 2)} -100)" fill="none" stroke="${colour}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round">${d}</g>`
}
