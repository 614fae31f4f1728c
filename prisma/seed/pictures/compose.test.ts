import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { composePicture, type PictureOrder } from './compose.ts'
import { lettering } from './lettering.ts'

const millet: PictureOrder = {
  kind: 'hero',
  speciality: { id: 'CF30001', name: '敖汉黄小米', category: 'grain', subcategory: '小米' },
  divisionCode: '150430',
  variantLabel: '500g',
  seed: 1,
}
const kinds = ['hero', 'pack', 'origin'] as const

test.each(kinds)('the same order gives the same %s, byte for byte', (kind) => {
  expect(composePicture({ ...millet, kind })).toEqual(composePicture({ ...millet, kind }))
})

test.each(kinds)('two hundred seeds give two hundred different pictures of kind %s', (kind) => {
  const pictures = Array.from({ length: 200 }, (_, seed) => composePicture({ ...millet, kind, seed }).svg)
  expect(new Set(pictures).size).toBe(200)
})

test('goods without a recipe of their own are drawn after their category', () => {
  const categories = [
    'grain',
    'meat',
    'dairy',
    'fungi',
    'produce',
    'aquatic',
    'herb',
    'drink',
    'snack',
    'ready',
    'condiment',
    'egghoney',
    'craft',
    'gift',
    'unheard-of',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...categories),
      fc.constantFrom(...kinds),
      fc.integer(),
      (category, kind, seed) => {
        const speciality = { id: 'X', name: '新品', category, subcategory: '新' }
        const { svg } = composePicture({ ...millet, kind, speciality, seed })
        expect(svg).toMatch(/^<svg .*<\/svg>$/s)
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      },
    ),
    { numRuns: 60 },
  )
})

test('every id that a picture refers to is defined in it once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer(), (kind, seed) => {
      const { svg } = composePicture({ ...millet, kind, seed })
      const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
      const used = [...svg.matchAll(/(?:url\(#|href="#)([^")]+)/g)].map((match) => match[1])
      expect(new Set(defined).size).toBe(defined.length)
      expect(defined).toEqual(expect.arrayContaining(used))
    }),
    { numRuns: 40 },
  )
})

test('nothing in a picture needs a font, a filter or another file', () => {
  for (const kind of kinds)
    expect(composePicture({ ...millet, kind }).svg).not.toMatch(
      /<text|<filter|<image|font-family|https?:(?!\/\/www\.w3\.org)/,
    )
})

test.each(kinds)('a %s is drawn by the rasteriser that the shop uses', async (kind) => {
  const { svg } = composePicture({ ...millet, kind })
  const { channels } = await sharp(Buffer.from(svg)).resize(64).stats()
  expect(Math.max(...channels.slice(0, 3).map((channel) => channel.stdev))).toBeGreaterThan(15)
})

test('a picture says in both languages what it shows', () => {
  const { altZh, altEn, ground } = composePicture({
    ...millet,
    speciality: { ...millet.speciality, nameEn: 'Aohan millet' },
  })
  expect(altZh).toContain('敖汉黄小米')
  expect(altEn).toContain('Aohan millet')
  expect(altEn).not.toMatch(/[\u4e00-\u9fff]/)
  expect(ground).toMatch(/^#[0-9a-f]{6}$/)
})

test('net contents keep within the width given', () => {
  expect(lettering('500gx40', 40, '#000000', 100)).toContain('scale(0.')
})
