import type { Canvas, Drawing } from '../draw.ts'
import { noto } from '../noto.ts'
import type { BottleShape } from '../packs.ts'
import { millet } from '../scenery/details.ts'
import * as field from '../subjects/field.ts'

export type VesselName = 'bowl' | 'plate' | 'basket' | 'crate' | 'board' | 'sack'
export type Make = (canvas: Canvas) => Drawing
export type PackName = 'kraft' | 'vacuum' | 'carton' | 'gift' | 'tin' | 'jar' | BottleShape

type Content =
  | { kind: 'heap'; grain: string }
  | { kind: 'pile'; pieces: ReadonlyArray<Make>; size: number; rows: number }
  /** Bottles of this shape and a cup of what is in them. */
  | { kind: 'bottles'; shape: BottleShape; drink: string }
  /** Works of hand: one large, perhaps a second, smaller one. */
  | { kind: 'work'; pieces: ReadonlyArray<Make> }
  | { kind: 'jars'; colour: string }
  | { kind: 'gift' }

export type Recipe = {
  content: Content
  vessels: ReadonlyArray<VesselName>
  beside: ReadonlyArray<Make>
  pack: PackName
  /** The goods' own colour: windows of bags, juice in bottles. */
  colour: string
}

/** The first pattern that is found in the name of a speciality decides. */
export type RecipeTable = ReadonlyArray<readonly [RegExp, Recipe]>

export const icon =
  (name: string): Make =>
  (canvas) =>
    noto(canvas, name)
export const ear: Make = (canvas) => ({ svg: millet(canvas), width: 140, height: 240 })
const sprig =
  (leaf: string): Make =>
  (canvas) =>
    field.sprig(canvas, leaf)
export const whole =
  (make: Make, scale: number): Make =>
  (canvas) => {
    const { svg, width, height } = make(canvas)
    return { svg: `<g transform="scale(${scale})">${svg}</g>`, width: width * scale, height: height * scale }
  }

export const green = sprig('#7d9a58')
export const greyGreen = sprig('#8a9a72')
export const chilli = icon('hot-pepper')
export const garlic = icon('garlic')
const grainVessels: ReadonlyArray<VesselName> = ['bowl', 'sack', 'basket', 'bowl']
export const freshVessels: ReadonlyArray<VesselName> = ['basket', 'crate', 'basket', 'crate', 'plate']

export function heap(
  grain: string,
  colour: string,
  beside: ReadonlyArray<Make> = [ear, green],
  pack: PackName = 'kraft',
  vessels = grainVessels,
): Recipe {
  return { content: { kind: 'heap', grain }, vessels, beside, pack, colour }
}
export function pile(
  pieces: ReadonlyArray<Make>,
  size: number,
  rows: number,
  colour: string,
  pack: PackName = 'vacuum',
  beside: ReadonlyArray<Make> = [green],
  vessels: ReadonlyArray<VesselName> = ['board', 'plate'],
): Recipe {
  return { content: { kind: 'pile', pieces, size, rows }, vessels, beside, pack, colour }
}
export function fresh(names: ReadonlyArray<string>, colour: string, size = 190): Recipe {
  return pile(names.map(icon), size, 3, colour, 'carton', [green, sprig('#6f9048')], freshVessels)
}
export function bottles(shape: BottleShape, drink: string, beside: ReadonlyArray<Make>): Recipe {
  return { content: { kind: 'bottles', shape, drink }, vessels: [], beside, pack: shape, colour: drink }
}
export function work(pieces: ReadonlyArray<Make>, colour: string): Recipe {
  return { content: { kind: 'work', pieces }, vessels: [], beside: [greyGreen, ear], pack: 'gift', colour }
}
export function jars(colour: string, beside: ReadonlyArray<Make>): Recipe {
  return { content: { kind: 'jars', colour }, vessels: [], beside, pack: 'jar', colour }
}
export const dairyBeside: ReadonlyArray<Make> = [icon('glass-of-milk'), greyGreen]
export const meatBeside: ReadonlyArray<Make> = [green, garlic, chilli, icon('onion')]
export const cooked = (pieces: ReadonlyArray<Make>, size = 210, rows = 3): Recipe =>
  pile(pieces, size, rows, '#8a4a36', 'vacuum', [green, chilli])
