import { divisionHue } from '#app/kernel/division-hues.ts'
import { altTexts } from './captions.ts'
import { type Canvas, darker, fill, gradient, groundShadow, lighter, mirror, mix, move, n } from './draw.ts'
import { drawableNet } from './lettering.ts'
import { originCard } from './origin.ts'
import { bottle, carton, giftBox, kraftBag, type Label, tin, vacuumPack } from './packs.ts'
import { type Random, randomFrom } from './random.ts'
import { type Recipe, recipeFor } from './recipes.ts'
import { cloud } from './scenery/details.ts'
import { type Light, scene } from './scenery/scene.ts'
import { stillLife } from './still-life.ts'
import { grains, heap } from './subjects/heap.ts'
import { pile } from './subjects/pile.ts'
import { table } from './table.ts'
import { bowl, jar, plate } from './vessels.ts'

export type PictureSpeciality = {
  id: string
  name: string
  nameEn?: string
  category: string
  subcategory: string
}

export type PictureOrder = {
  kind: 'hero' | 'pack' | 'origin'
  speciality: PictureSpeciality
  divisionCode: string
  /** 规格 as written on the variant: '500g', '2.5kg'. */
  variantLabel: string
  /** The same order with the same seed gives the same bytes. */
  seed: string | number
}

export type ComposedPicture = { svg: string; altZh: string; altEn: string; ground: string }

/** A square illustration, 1200 x 1200, of a speciality: a still life, its package, or the land it comes from. */
export function composePicture(order: PictureOrder): ComposedPicture {
  const { kind, speciality, divisionCode, variantLabel, seed } = order
  const definitions = new Map<string, { id: string; svg: string }>()
  const random = randomFrom(`${kind}/${speciality.id}/${divisionCode}/${variantLabel}/${seed}`)
  const canvas = makeCanvas(random, definitions)
  const hue = divisionHue(divisionCode)
  const recipe = recipeFor(speciality.name, speciality.category)
  const given: Label = {
    hue: hue.fill,
    deep: hue.deep,
    content: recipe.colour,
    window: recipe.colour,
    net: drawableNet(variantLabel),
  }
  const body =
    kind === 'hero'
      ? hero(canvas, recipe, given, order)
      : kind === 'pack'
        ? packShot(canvas, recipe, given, order)
        : originCard(canvas, divisionCode, recipe)
  const defs = [...definitions.values()].map((definition) => definition.svg).join('')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" width="1200" height="1200"><defs>${defs}</defs>${body}</svg>`,
    ...altTexts(order),
    ground: hue.ground,
  }
}

function makeCanvas(random: Random, definitions: Map<string, { id: string; svg: string }>): Canvas {
  return {
    random,
    define(name, make) {
      const known = definitions.get(name)
      if (known) return known.id
      const id = `d${definitions.size}`
      const entry = { id, svg: '' }
      definitions.set(name, entry)
      entry.svg = make(id)
      return id
    },
  }
}

function lightFor(canvas: Canvas, category: string): Light {
  const cold = category === 'meat' || category === 'dairy' || category === 'aquatic'
  return canvas.random.pick(
    cold ? ['snow', 'morning', 'snow', 'noon'] : ['morning', 'noon', 'dusk', 'morning'],
  )
}

/** The land behind: across the whole picture, or seen through a moon gate, an arch or a wide window. */
function backdrop(canvas: Canvas, order: PictureOrder, tableTop: number): string {
  const { random } = canvas
  const horizon = tableTop - random.between(230, 300)
  const land = scene(canvas, order.divisionCode, lightFor(canvas, order.speciality.category), horizon)
  const frame = random.pick(['open', 'moon', 'open', 'arch', 'window', 'studio'] as const)
  if (frame === 'studio') return studio(canvas, order.divisionCode)
  if (frame === 'open') return land
  const { ground, fill: hue } = divisionHue(order.divisionCode)
  const shape = {
    moon: `M${n(600 - 470)} 470a470 470 0 1 0 940 0a470 470 0 1 0 -940 0Z`,
    arch: 'M150 1200V520C150 250 350 90 600 90S1050 250 1050 520V1200Z',
    window: 'M90 130H1110V1200H90Z',
  }[frame]
  const id = canvas.define('frame', (name) => `<clipPath id="${name}"><path d="${shape}"/></clipPath>`)
  const wall = fill(
    'M-60 -60H1260V1260H-60Z',
    gradient(canvas, [lighter(ground, 0.3), mix(ground, hue, 0.28)]),
  )
  const scrolls =
    frame === 'window'
      ? ''
      : [90, 1110]
          .map((x) =>
            move(
              x + random.between(-24, 24),
              random.between(110, 330),
              cloud(random.between(150, 200), mix(ground, hue, 0.5), 0.06, 0.8),
            ),
          )
          .join('')
  return `${wall}${scrolls}<g clip-path="url(#${id})">${land}</g><path d="${shape}" fill="none" stroke="${lighter(hue, 0.55)}" stroke-width="14"/><path d="${shape}" fill="none" stroke="${darker(hue, 0.12)}" stroke-width="3"/>`
}

function hero(canvas: Canvas, recipe: Recipe, given: Label, order: PictureOrder): string {
  const { random } = canvas
  const tableTop = random.between(720, 800)
  const side = random.pick([-1, 1])
  const x = 600 - side * random.between(20, 80)
  const ground = tableTop + random.between(190, 240)
  const [first, second] = [random.pick(recipe.beside), random.pick(recipe.beside)]
  return (
    backdrop(canvas, order, tableTop) +
    table(canvas, tableTop, given.hue, given.deep) +
    beside(
      canvas,
      first,
      600 + side * random.between(370, 430),
      ground - random.between(30, 80),
      random.between(220, 290),
    ) +
    move(x, ground, stillLife(canvas, recipe, given), random.between(1.14, 1.3)) +
    (random.chance(0.7)
      ? beside(
          canvas,
          second,
          600 - side * random.between(330, 400),
          ground + random.between(60, 110),
          random.between(170, 220),
        )
      : '')
  )
}

/** A thing that keeps the goods company; a compact one, such as an onion, is drawn smaller than a sprig. */
function beside(canvas: Canvas, make: Recipe['beside'][number], x: number, y: number, size: number): string {
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
function studio(canvas: Canvas, divisionCode: string): string {
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

function packShot(canvas: Canvas, recipe: Recipe, given: Label, order: PictureOrder): string {
  const { random } = canvas
  const tableTop = random.between(800, 860)
  const ground = tableTop + random.between(150, 180)
  const side = random.pick([-1, 1])
  const twin = random.chance(0.35)
    ? move(600 + side * 190, ground - 50, pack(canvas, recipe, given), 0.86)
    : ''
  return (
    studio(canvas, order.divisionCode) +
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
  if (kind === 'vacuum') return vacuumPack(canvas, given, move(0, -40, goods(canvas, recipe, 220), 1)).svg
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
      vessel.back + pile(canvas, vessel, pieces, 2, Math.min(content.size * 0.6, 150)) + vessel.front,
    )
  }
  if (content.kind === 'work') return content.pieces[0] ? beside(canvas, content.pieces[0], x, y, 300) : ''
  return beside(canvas, canvas.random.pick(recipe.beside), x, y, 210)
}
