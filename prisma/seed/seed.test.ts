import { describe, expect, test } from 'vitest'
import { labelFields } from '#app/domain/catalog/label.ts'
import { findLicenceWarnings } from '#app/domain/enterprises/food-licence.ts'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { productVector } from '#app/domain/search/product-vector.ts'
import { categories } from './data/categories.ts'
import { divisionTexts } from './data/divisions.ts'
import { fairs } from './data/fairs.ts'
import { reviewTexts } from './data/reviews.ts'
import { variantLabelEn } from './data/variant-labels.ts'
import { apportion } from './plan/allotment.ts'
import { organisationCheckDigit } from './plan/codes.ts'
import { planLabel } from './plan/label.ts'
import { planCatalogue, planTrade } from './seed.ts'
import { indexedProduct } from './write/search.ts'

const { specialities, enterprises, products } = planCatalogue()
const { groups, reviews } = planTrade(products)
const length = (text: string) => [...text].length

/** GB 7718-2025, 4.4, and the Advertising Law, articles 9 and 17: what no text of goods may say. */
const forbidden =
  /最|第一|唯一|顶级|极品|国家级|治疗|降血糖|增强免疫|零添加|无添加|不添加|纯天然|富硒|保健|功效|疗效|养生|排毒|祖传/

test('the catalogue has the size of the fair', () => {
  expect([divisionTexts.length, categories.length, specialities.length]).toEqual([12, 14, 167])
  expect([enterprises.length, products.length]).toEqual([183, 1040])
  expect(new Set(products.map(({ speciality }) => speciality.id)).size).toBe(167)
})

test('eight divisions have a pair in Beijing and four have none', () => {
  const unpaired = divisionTexts.filter(({ pairCode }) => pairCode === null).map(({ name }) => name)
  expect(unpaired).toEqual(['红山区', '元宝山区', '松山区', '克什克腾旗'])
})

test('the same plan comes out twice', () => {
  expect(planCatalogue().products).toEqual(products)
})

describe('texts', () => {
  test.each(specialities.map((each) => [each.id, each]))(
    '%s is described in both languages',
    (_, { text }) => {
      expect(length(text.zh)).toBeGreaterThanOrEqual(60)
      expect(length(text.zh)).toBeLessThanOrEqual(110)
      const words = text.en.split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(35)
      expect(words).toBeLessThanOrEqual(60)
      expect(text.titles.length).toBeGreaterThanOrEqual(3)
    },
  )

  test('stories of divisions fit their page', () => {
    for (const { story } of divisionTexts) {
      expect(length(story)).toBeGreaterThanOrEqual(90)
      expect(length(story)).toBeLessThanOrEqual(140)
    }
  })

  test('nothing claims what the law forbids', () => {
    const texts = [
      ...products.flatMap((each) => [each.title, each.subtitle, each.description]),
      ...enterprises.map(({ story }) => story),
      ...divisionTexts.flatMap(({ story, tagline }) => [story, tagline]),
      ...Object.values(reviewTexts).flatMap((bank) => bank.map(({ zh }) => zh)),
    ]
    expect(texts.filter((text) => forbidden.test(text))).toEqual([])
  })

  test('Chinese is Chinese and English is English', () => {
    for (const product of products) {
      expect(product.title).toMatch(/\p{Script=Han}/u)
      expect(product.title).not.toMatch(/[A-Za-z]{2,}/)
      expect(`${product.titleEn} ${product.subtitleEn} ${product.descriptionEn}`).not.toMatch(
        /\p{Script=Han}/u,
      )
      expect(product.descriptionEn.length).toBeGreaterThan(100)
    }
  })

  test('every pack size has its English', () => {
    expect(variantLabelEn('500g×4')).toBe('4 × 500 g')
    expect(variantLabelEn('5斤×2')).toBe('2 × 2.5 kg')
    expect(() => variantLabelEn('一堆')).toThrow(RangeError)
  })

  test('the article’s figures keep their qualifiers', () => {
    const figures = fairs.flatMap((fair) => fair.figures.map(({ value }) => value))
    expect(figures).toEqual(
      expect.arrayContaining(['7300余万元', '865万余元', '约2万人次', '1040余种', '60余家']),
    )
    expect(
      fairs.filter(({ isDemonstration }) => isDemonstration).every(({ name }) => name.includes('演示')),
    ).toBe(true)
  })
})

describe('enterprises', () => {
  test('have names, slugs and codes of their own', () => {
    for (const key of ['name', 'nameEn', 'slug', 'creditCode', 'booth', 'story'] as const) {
      expect(new Set(enterprises.map((each) => each[key])).size, key).toBe(183)
    }
  })

  test('have valid codes of their banner, and a licence exactly when a class asks for one', () => {
    for (const { creditCode, divisionCode, foodLicence, specialities: shelf } of enterprises) {
      expect(parseCreditCode(creditCode)).toBe(creditCode)
      expect(creditCode.slice(2, 8)).toBe(divisionCode)
      expect(organisationCheckDigit(creditCode.slice(8, 16))).toBe(creditCode.charAt(16))
      expect(foodLicence === null).toBe(shelf.every(({ foodClass }) => foodClass === null))
      if (foodLicence) expect(findLicenceWarnings(foodLicence, divisionCode)).toEqual([])
    }
  })

  test('sell five or six kinds of goods of their own division', () => {
    for (const { specialities: shelf, divisionCode } of enterprises) {
      expect([5, 6]).toContain(shelf.length)
      expect(shelf.every(({ division }) => division === divisionCode)).toBe(true)
    }
  })

  test('parts add up to the whole', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
  })
})

describe('products', () => {
  test('have titles and slugs of their own', () => {
    expect(new Set(products.map(({ slug }) => slug)).size).toBe(1040)
    expect(new Set(products.map(({ title }) => title)).size).toBe(1040)
    for (const { slug } of products) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  test('never cost the same at two sellers, and stay within the range of their kind', () => {
    const seen = new Set<string>()
    for (const { speciality, variants } of products) {
      for (const { label, priceFen } of variants) {
        expect(seen.has(`${speciality.id}/${label}/${priceFen}`)).toBe(false)
        seen.add(`${speciality.id}/${label}/${priceFen}`)
        const pack = speciality.specs.find((each) => each.label === label)
        if (pack) expect(priceFen >= pack.minYuan * 100 && priceFen <= pack.maxYuan * 100).toBe(true)
      }
    }
  })

  test('have one to four variants, some sold out, some low, some limited, some reduced', () => {
    const variants = products.flatMap((product) => product.variants)
    expect(products.every((each) => each.variants.length >= 1 && each.variants.length <= 4)).toBe(true)
    expect(products.some((each) => each.variants.every(({ free }) => free === 0))).toBe(true)
    expect(variants.some(({ free }) => free > 0 && free < 10)).toBe(true)
    expect(variants.some(({ minQuantity }) => minQuantity > 1)).toBe(true)
    expect(variants.some(({ maxPerPerson }) => maxPerPerson !== null)).toBe(true)
    expect(variants.every((each) => each.wasPriceFen === null || each.wasPriceFen > each.priceFen)).toBe(true)
  })

  test('carry a label that parses, and a mark only with an authorisation', () => {
    for (const product of products) {
      labelFields.parse(planLabel(product))
      expect(product.certificates.includes('gi')).toBe(product.giAuthorisation !== null)
      if (product.giAuthorisation) expect(product.speciality.giName).not.toBeNull()
    }
  })

  test('are found by their words and their filters', () => {
    const millet = products.find(({ speciality }) => speciality.id === 'CF30001')
    const vector = productVector(indexedProduct(millet!))
    for (const lexeme of ["'小米'", "'xiaomi'", "'~d150430'", "'~cgrain'"]) expect(vector).toContain(lexeme)
  })
})

describe('trade', () => {
  test('totals add up to the fen', () => {
    for (const { orders, ...group } of groups) {
      expect(group.totalFen).toBe(orders.reduce((sum, { totalFen }) => sum + totalFen, 0))
      for (const { lines, parcels, itemsFen, shippingFen } of orders) {
        expect(itemsFen).toBe(lines.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0))
        expect(shippingFen).toBe(parcels.reduce((sum, parcel) => sum + parcel.shippingFen, 0))
      }
    }
  })

  test('nobody bought before it was on sale, or more than allowed at once', () => {
    for (const { placedAt, orders } of groups) {
      for (const { product, variant, quantity } of orders.flatMap(({ lines }) => lines)) {
        expect(product.publishedAt < placedAt).toBe(true)
        expect(quantity).toBeGreaterThanOrEqual(variant.minQuantity)
        expect(quantity).toBeLessThanOrEqual(variant.maxPerPerson ?? 99)
      }
    }
  })

  test('only received goods are reviewed, and no product twice in the same words', () => {
    const said = reviews.map(({ product, body }) => `${product.id}/${body}`)
    expect(new Set(said).size).toBe(said.length)
    expect(new Set(reviews.map(({ orderLineId }) => orderLineId)).size).toBe(reviews.length)
  })
})
