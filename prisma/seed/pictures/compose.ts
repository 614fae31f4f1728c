import { divisionHue } from '#app/kernel/division-hues.ts'
import { altTexts } from './captions.ts'
import { type Canvas, darker, fill, gradient, lighter, mix, move, n } from './draw.ts'
import { drawableNet } from './lettering.ts'
import { originCard } from './origin.ts'
import { packShot } from './pack-shot.ts'
import type { Label } from './packs.ts'
import { type Random, randomFrom } from './random.ts'
import type { Recipe } from './recipes/recipe.ts'
import { recipeFor } from './recipes.ts'
import { cloud } from './scenery/details.ts'
import { type Light, scene } from './scenery/scene.ts'
import { beside, studio } from './setting.ts'
import { stillLife } from './still-life.ts'
import { table } from './table.ts'

type PictureSpeciality = {
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
        ? packShot(canvas, recipe, given, divisionCode)
        : originCard(canvas, divisionCode, recipe, given)
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
