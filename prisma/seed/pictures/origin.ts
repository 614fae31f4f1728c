import { divisionShapes, mapSize } from '#app/domain/catalog/ui/division-map-data.ts'
import { divisionHue } from '#app/kernel/division-hues.ts'
import { box, type Canvas, darker, fill, gradient, lighter, line, mix, move, n } from './draw.ts'
import type { Label } from './packs.ts'
import type { Recipe } from './recipes/recipe.ts'
import { cloud } from './scenery/details.ts'
import { scene } from './scenery/scene.ts'
import { stillLife } from './still-life.ts'

/** Postcard of a division: its land above, the schematic of Chifeng with its outline lit below. */
export function originCard(canvas: Canvas, divisionCode: string, recipe: Recipe, given: Label): string {
  const { random } = canvas
  const { ground, fill: hue, deep } = divisionHue(divisionCode)
  const id = canvas.define(
    'card',
    (name) => `<clipPath id="${name}"><rect x="60" y="60" width="1080" height="1080" rx="36"/></clipPath>`,
  )
  const land = scene(canvas, divisionCode, random.pick(['morning', 'noon', 'dusk']), random.between(560, 680))
  const left = random.chance(0.5)
  return (
    fill('M0 0H1200V1200H0Z', gradient(canvas, [lighter(ground, 0.5), mix(ground, hue, 0.25)])) +
    `<g clip-path="url(#${id})">${land}</g>` +
    box(60, 60, 1080, 1080, 36, 'none', `stroke="#fdf9f0" stroke-width="16"`) +
    move(left ? 352 : 848, 800, mapCard(divisionCode, hue, deep)) +
    move(
      left ? 850 : 350,
      random.between(1000, 1040),
      stillLife(canvas, recipe, given),
      random.between(0.56, 0.64),
    )
  )
}

function mapCard(divisionCode: string, hue: string, deep: string): string {
  const scale = 0.4
  const own = divisionShapes[divisionCode]
  const others = Object.entries(divisionShapes)
    .filter(([code]) => code !== divisionCode)
    .map(([, shape]) => shape.path)
    .join('')
  const pin = own
    ? move(
        own.label[0],
        own.label[1],
        `${fill('M0 0C-40 -56 -52 -78 -52 -104A52 52 0 0 1 52 -104C52 -78 40 -56 0 0Z', '#b3362a')}<circle cy="-104" r="20" fill="#fdf9f0"/>`,
      )
    : ''
  const map =
    fill(others, mix(hue, '#f4ecdd', 0.72), 'stroke="#fdf9f0" stroke-width="7" stroke-linejoin="round"') +
    (own ? fill(own.path, hue, `stroke="${deep}" stroke-width="9" stroke-linejoin="round"`) : '') +
    pin
  return (
    `<g transform="rotate(-3)">${box(-236, -286, 488, 580, 16, '#2a1c10', 'opacity=".22"')}${box(-244, -298, 488, 580, 16, '#fdf9f0')}` +
    line(`M-214 ${n(244)}H214`, mix(hue, '#fdf9f0', 0.5), 4) +
    move(0, 262, cloud(110, darker(hue, 0.05), 0.08)) +
    `<g transform="translate(${n((-mapSize.width * scale) / 2)} -270) scale(${scale})">${map}</g></g>`
  )
}
