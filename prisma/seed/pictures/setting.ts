import { divisionHue } from '#app/kernel/division-hues.ts'
import { type Canvas, fill, gradient, groundShadow, lighter, mirror, mix, move, n } from './draw.ts'
import type { Recipe } from './recipes/recipe.ts'
import { cloud } from './scenery/details.ts'

/** A thing that keeps the goods company; a compact one, such as an onion, is drawn smaller than a sprig. */
export function beside(
  canvas: Canvas,
  make: Recipe['beside'][number],
  x: number,
  y: number,
  size: number,
): string {
  const drawing = make(canvas)
  const svg = canvas.random.chance(0.5) ? mirror(drawing.svg) : drawing.svg
  const [short, long] = [Math.min(drawing.width, drawing.height), Math.max(drawing.width, drawing.height)]
  const share = short / long > 0.8 ? 0.7 : 1
  return (
    groundShadow(canvas, x + 6, y, drawing.width * ((size * share) / long) * 0.5, 18, 0.24) +
    move(x, y, svg, (size * share) / long, canvas.random.between(-12, 12))
  )
}

/** A plain wall in the hue of the division with a paper sun and two clouds. */
export function studio(canvas: Canvas, divisionCode: string): string {
  const { random } = canvas
  const { ground: pale, fill: hue } = divisionHue(divisionCode)
  const wall = fill('M-60 -60H1260V1260H-60Z', gradient(canvas, [lighter(pale, 0.45), mix(pale, hue, 0.3)]))
  const disc = `<circle cx="${n(random.between(520, 680))}" cy="${n(random.between(440, 540))}" r="${n(random.between(340, 440))}" fill="${lighter(hue, 0.35)}" opacity=".55"/>`
  const clouds = [0, 1].map((index) =>
    move(
      index ? 980 : 220,
      random.between(140, 420),
      cloud(random.between(190, 270), mix(pale, hue, 0.55), 0.06),
    ),
  )
  return wall + disc + clouds.join('')
}
