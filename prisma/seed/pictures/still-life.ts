import { type Canvas, type Drawing, darker, groundShadow, lighter, mirror, mix, move, oval } from './draw.ts'
import { bottle, giftBox, type Label } from './packs.ts'
import type { Recipe, VesselName } from './recipes/recipe.ts'
import { grains, heap } from './subjects/heap.ts'
import { pile } from './subjects/pile.ts'
import { basket, board, bowl, crate, jar, plate, sack, type Vessel } from './vessels.ts'

const glazes = ['#f6efe2', '#e9e3d6', '#7f99a6', '#6e9c8c', '#a8523f', '#3f4a58', '#d8c6a4', '#8a9a72']
const woods = ['#c2945c', '#b07f4a', '#d0a976', '#8f6238']

/** The goods of a recipe, arranged on y = 0 and about 640 wide. */
export function stillLife(canvas: Canvas, recipe: Recipe, given: Label): string {
  const { content } = recipe
  if (content.kind === 'heap') return filled(canvas, recipe, given)
  if (content.kind === 'pile') return filled(canvas, recipe, given)
  if (content.kind === 'bottles') return bottlesWithCup(canvas, content.shape, content.drink, given)
  if (content.kind === 'jars') return jarsRow(canvas, content.colour, given)
  if (content.kind === 'work') return works(canvas, content.pieces)
  return gifts(canvas, given)
}

function filled(canvas: Canvas, recipe: Recipe, given: Label): string {
  const vessel = makeVessel(canvas, canvas.random.pick(recipe.vessels), given)
  return vessel.back + inside(canvas, vessel, recipe) + vessel.front
}

function inside(canvas: Canvas, vessel: Vessel, { content, colour }: Recipe): string {
  if (content.kind === 'heap')
    return heap(
      canvas,
      vessel,
      grains[content.grain] ?? { colours: [colour], size: 14 },
      canvas.random.between(0.34, 0.56),
    )
  if (content.kind !== 'pile') return ''
  const pieces = content.pieces.flatMap((make) => [make(canvas), make(canvas)])
  // A single piece fills its vessel, whatever the vessel's size.
  const size = content.rows === 1 ? Math.min(content.size, vessel.mouth.rx * 1.6) : content.size
  return pile(canvas, vessel, pieces, content.rows, size)
}

function makeVessel(canvas: Canvas, name: VesselName, { hue, deep }: Label): Vessel {
  const { random } = canvas
  const glaze = random.pick(glazes)
  const band = random.pick([hue, deep, '#b3362a', mix(glaze, '#2a2420', 0.5)])
  if (name === 'bowl') return bowl(canvas, random.between(270, 320), glaze, band)
  if (name === 'plate') return plate(canvas, random.between(320, 370), lighter(glaze, 0.3), band)
  if (name === 'basket')
    return basket(
      canvas,
      Math.round(random.between(280, 330)),
      random.pick(['#c9a066', '#b98f5c', '#d8b47c']),
    )
  if (name === 'crate') return crate(canvas, random.between(290, 330), random.pick(woods))
  if (name === 'board') return board(canvas, random.between(310, 360), random.pick(woods))
  return sack(canvas, random.between(190, 225), random.pick(['#cdb48c', '#bfa67e', '#dccdb0']), band)
}

function bottlesWithCup(
  canvas: Canvas,
  shape: Parameters<typeof bottle>[1],
  drink: string,
  given: Label,
): string {
  const { random } = canvas
  const count = random.whole(1, 3)
  const back = Array.from({ length: count - 1 }, (_, index) =>
    move(index ? 190 : -190, -34, bottle(canvas, shape, given).svg, random.between(0.72, 0.86)),
  )
  const side = random.pick([-1, 1])
  const front = move(
    count === 1 ? -90 * side : 0,
    0,
    bottle(canvas, shape, given).svg,
    random.between(0.94, 1.06),
  )
  return (
    back.join('') +
    front +
    move(side * random.between(190, 230), 46, cup(canvas, drink, random.pick(glazes)), random.between(0.8, 1))
  )
}

function cup(canvas: Canvas, drink: string, glaze: string): string {
  const vessel = bowl(canvas, 108, glaze, darker(glaze, 0.35))
  return (
    vessel.back +
    oval(0, vessel.mouth.y + 6, vessel.mouth.rx * 0.96, vessel.mouth.ry * 0.9, drink) +
    oval(-24, vessel.mouth.y + 2, 34, 6, '#ffffff', 'opacity=".55"') +
    vessel.front
  )
}

function jarsRow(canvas: Canvas, colour: string, { hue }: Label): string {
  const { random } = canvas
  const lid = random.pick(['#b3362a', '#c9a066', '#4f4a44', '#6e9c8c'])
  const one = () => jar(canvas, mix(colour, '#ffd27a', random.between(0, 0.2)), lid, hue).svg
  const rear = random.chance(0.65)
    ? move(random.pick([-190, 190]), -46, one(), random.between(0.8, 0.95))
    : ''
  return rear + move(random.between(-40, 40), 0, one(), random.between(1.2, 1.4))
}

function works(canvas: Canvas, pieces: ReadonlyArray<(canvas: Canvas) => Drawing>): string {
  const { random } = canvas
  const [first, second] = pieces
  if (!first) return ''
  const main = first(canvas)
  const size = random.between(520, 590) / Math.max(main.height, main.width * 0.9)
  const side = random.pick([-1, 1])
  const companion = second ?? (random.chance(0.4) ? first : undefined)
  const twin = companion?.(canvas)
  const rear = twin
    ? groundShadow(canvas, side * 250, -20, 120, 26) +
      move(side * 250, -24, twin.svg, second ? size * 0.62 : size * 0.55)
    : ''
  return (
    rear +
    groundShadow(canvas, -side * 40, 4, main.width * size * 0.55, 40) +
    move(-side * (twin ? 70 : 20), 0, side < 0 ? mirror(main.svg) : main.svg, size)
  )
}

function gifts(canvas: Canvas, given: Label): string {
  const { random } = canvas
  const small = ['millet', 'mung', 'redBean', 'rice', 'sorghum']
    .map((grain) => ({ grain, order: random.next() }))
    .sort((a, b) => a.order - b.order)
  const bowls = small.slice(0, 3).map(({ grain }, index) => {
    const vessel = bowl(canvas, 104, random.pick(glazes), given.deep)
    return move(
      -250 + index * 250 + random.between(-20, 20),
      90 + (index === 1 ? 26 : 0),
      vessel.back +
        heap(canvas, vessel, grains[grain] ?? { colours: ['#dfae44'], size: 12 }, 0.5) +
        vessel.front,
    )
  })
  return move(0, -30, giftBox(canvas, given).svg, random.between(0.86, 0.96)) + bowls.join('')
}
