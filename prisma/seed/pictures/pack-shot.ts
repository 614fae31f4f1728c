import { type Canvas, move } from './draw.ts'
import { bottle, carton, giftBox, kraftBag, type Label, tin, vacuumPack } from './packs.ts'
import type { Recipe } from './recipes/recipe.ts'
import { beside, studio } from './setting.ts'
import { grains, heap } from './subjects/heap.ts'
import { pile } from './subjects/pile.ts'
import { table } from './table.ts'
import { bowl, jar, plate } from './vessels.ts'

/** The package on a table, its goods beside it for a taste. */
export function packShot(canvas: Canvas, recipe: Recipe, given: Label, divisionCode: string): string {
  const { random } = canvas
  const tableTop = random.between(800, 860)
  const ground = tableTop + random.between(150, 180)
  const side = random.pick([-1, 1])
  const twin = random.chance(0.35)
    ? move(600 + side * 190, ground - 50, pack(canvas, recipe, given), 0.86)
    : ''
  return (
    studio(canvas, divisionCode) +
    table(canvas, tableTop, given.hue, given.deep) +
    twin +
    move(600 - side * (twin ? 120 : 40), ground, pack(canvas, recipe, given), random.between(1.14, 1.24)) +
    sample(canvas, recipe, 600 + side * 310, ground + 90) +
    beside(canvas, random.pick(recipe.beside), 600 - side * 390, ground + 60, 200)
  )
}

function pack(canvas: Canvas, recipe: Recipe, given: Label): string {
  const { content, pack: kind } = recipe
  if (kind === 'kraft') return kraftBag(canvas, given).svg
  if (kind === 'vacuum')
    return vacuumPack(
      canvas,
      given,
      move(0, -34, goods(canvas, recipe, 220), content.kind === 'pile' ? 1.3 : 1),
    ).svg
  if (kind === 'carton') return carton(canvas, given, canvas.random.chance(0.6)).svg
  if (kind === 'gift') return giftBox(canvas, given).svg
  if (kind === 'tin') return tin(canvas, given).svg
  if (kind === 'jar')
    return `<g transform="scale(1.5)">${jar(canvas, content.kind === 'jars' ? content.colour : recipe.colour, '#b3362a', given.hue).svg}</g>`
  return bottle(canvas, kind, given).svg
}

/** The bare goods, heaped: seen through film, or as a taste beside the package. */
function goods(canvas: Canvas, { content, colour }: Recipe, rx: number): string {
  const vessel = { back: '', front: '', mouth: { y: -rx * 0.3, rx, ry: rx * 0.3 }, base: rx }
  if (content.kind === 'heap')
    return heap(canvas, vessel, grains[content.grain] ?? { colours: [colour], size: 14 }, 0.7)
  if (content.kind !== 'pile') return ''
  const pieces = content.pieces.map((make) => make(canvas))
  return pile(
    canvas,
    { ...vessel, mouth: { ...vessel.mouth, y: -20 } },
    pieces,
    content.rows === 1 ? 1 : 3,
    Math.min(content.size, rx * 1.3) * 0.85,
  )
}

function sample(canvas: Canvas, recipe: Recipe, x: number, y: number): string {
  const { content } = recipe
  if (content.kind === 'heap') {
    const vessel = bowl(
      canvas,
      130,
      canvas.random.pick(['#f6efe2', '#7f99a6', '#6e9c8c', '#a8523f']),
      '#b3362a',
    )
    return move(
      x,
      y,
      vessel.back +
        heap(canvas, vessel, grains[content.grain] ?? { colours: [recipe.colour], size: 12 }, 0.5) +
        vessel.front,
    )
  }
  if (content.kind === 'pile') {
    const vessel = plate(canvas, 170, '#f6efe2', '#b3362a')
    const pieces = content.pieces.map((make) => make(canvas))
    return move(
      x,
      y,
      vessel.back +
        pile(canvas, vessel, pieces, Math.min(content.rows, 2), Math.min(content.size * 0.6, 150)) +
        vessel.front,
    )
  }
  if (content.kind === 'work') return content.pieces[0] ? beside(canvas, content.pieces[0], x, y, 300) : ''
  return beside(canvas, canvas.random.pick(recipe.beside), x, y, 210)
}
