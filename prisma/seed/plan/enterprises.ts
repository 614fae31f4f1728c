import { pinyin } from 'pinyin-pro'
import { divisionTexts } from '../data/divisions.ts'
import { type Theme, tradeNames } from '../data/enterprise-names.ts'
import { openings, promises, type StoryPart, works } from '../data/enterprise-stories.ts'
import townships from '../data/townships.json' with { type: 'json' }
import { randomFor } from '../random.ts'
import { allot, themeOf } from './allotment.ts'
import { syntheticCreditCode, syntheticFoodLicence } from './codes.ts'
import { type EnterpriseKind, suffixesOf } from './enterprise-suffixes.ts'
import type { Speciality } from './specialities.ts'

export type EnterprisePlan = {
  id: number
  slug: string
  /** 字号, for titles such as “穗晏 敖汉小米”. */
  tradeName: string
  tradeNameEn: string
  name: string
  nameEn: string
  kind: EnterpriseKind
  theme: Theme
  divisionCode: string
  town: string
  creditCode: string
  foodLicence: string | null
  phone: string
  story: string
  storyEn: string
  /** Opening, work and promise, of which descriptions take the latter two. */
  storyParts: Array<StoryPart>
  freeShippingFen: number
  ambientFeeFen: number
  chilledFeeFen: number
  frozenFeeFen: number
  /** Of the contract; usually none. */
  feeBasisPoints: number
  openedYear: number
  booth: string
  specialities: Array<Speciality>
}

const enterpriseCount = 183
const productCount = 1040

export function planEnterprises(specialities: ReadonlyArray<Speciality>): Array<EnterprisePlan> {
  const taken = new Map<Theme, number>()
  return allot(specialities, enterpriseCount, productCount).map((allotment, index) => {
    const theme = themeOf(allotment.specialities)
    const tradeName = nextTradeName(theme, taken)
    return planEnterprise(
      index + 1,
      tradeName,
      theme,
      allotment.division,
      allotment.specialities,
      allotment.position,
    )
  })
}

/** The next unused name of the theme; trade names of dealers fill up where a theme runs out. */
function nextTradeName(theme: Theme, taken: Map<Theme, number>): string {
  for (const list of [theme, 'trade', 'grain', 'kitchen', 'pasture', 'craft', 'garden'] as const) {
    const used = taken.get(list) ?? 0
    const name = tradeNames[list][used]
    if (name) {
      taken.set(list, used + 1)
      return name
    }
  }
  throw new Error('more enterprises than trade names')
}

function planEnterprise(
  id: number,
  tradeName: string,
  theme: Theme,
  divisionCode: string,
  specialities: Array<Speciality>,
  position: number,
): EnterprisePlan {
  const random = randomFor(`enterprise:${tradeName}`)
  const division = divisionTexts.find((each) => each.code === divisionCode)
  if (!division) throw new Error(`no division ${divisionCode}`)
  const suffix = random.pick(suffixesOf(theme, specialities))
  const tradeNameEn = toName(tradeName)
  const place = suffix.kind === 'company' && random.chance(0.5) ? '赤峰' : division.name
  const town = specialities.find((each) => each.town)?.town ?? random.pick(townsOf(divisionCode))
  const openedYear = random.between(2006, 2024)
  const story = tellStory(tradeName, suffix.kind, theme, specialities, { town, year: openedYear })
  const foodClass = mainFoodClass(specialities)
  return {
    id,
    slug: `${tradeNameEn.toLowerCase().replaceAll(' ', '-')}-${division.slug}`,
    tradeName,
    tradeNameEn,
    name: `${place}${tradeName}${suffix.zh}`,
    nameEn: `${division.nameEn.replace(/ (Banner|County|District)$/, '')} ${tradeNameEn} ${suffix.en}`,
    kind: suffix.kind,
    theme,
    divisionCode,
    town,
    creditCode: syntheticCreditCode(tradeName, suffix.kind, divisionCode),
    foodLicence: foodClass ? syntheticFoodLicence(foodClass, divisionCode, id) : null,
    phone: `0476-555${String(id).padStart(4, '0')}`,
    story: story.zh,
    storyEn: story.en,
    storyParts: story.parts,
    freeShippingFen: random.pick([5900, 7900, 9900]),
    ambientFeeFen: random.pick([800, 900, 1000, 1200]),
    chilledFeeFen: random.pick([2000, 2200, 2500]),
    frozenFeeFen: random.pick([2500, 2800, 3000, 3500]),
    feeBasisPoints: random.pick([0, 0, 0, 0, 100, 200]),
    openedYear,
    booth: `${String.fromCharCode(65 + divisionTexts.indexOf(division))}${String(position + 1).padStart(2, '0')}`,
    specialities,
  }
}

function townsOf(divisionCode: string): Array<string> {
  const towns = (townships as Record<string, Array<string>>)[divisionCode] ?? []
  const rural = towns.filter((name) => /[镇乡]$|苏木$/.test(name))
  return rural.length > 0 ? rural : towns
}

/** The class of most of the goods; a plant with several lines is licensed under its main one. */
function mainFoodClass(specialities: ReadonlyArray<Speciality>): string | null {
  const counts = new Map<string, number>()
  for (const { foodClass } of specialities) {
    if (foodClass) counts.set(foodClass, (counts.get(foodClass) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null
}

function tellStory(
  name: string,
  kind: EnterpriseKind,
  theme: Theme,
  specialities: ReadonlyArray<Speciality>,
  facts: { town: string; year: number },
): { zh: string; en: string; parts: Array<StoryPart> } {
  const random = randomFor(`story:${name}`)
  const heads =
    theme === 'trade'
      ? random.between(4, 18)
      : kind === 'cooperative'
        ? random.between(12, 160)
        : kind === 'company'
          ? random.between(9, 48)
          : random.between(3, 7)
  const fitting = works[theme].filter(
    ({ only }) => !only || specialities.some((each) => only.includes(each.category)),
  )
  const opening = openings[theme === 'trade' ? 'trade' : kind] ?? []
  const parts = [random.pick(opening), random.pick(fitting), random.pick(promises)]
  const townEn = romanTown(facts.town)
  const fill = (text: string, town: string) =>
    text.replaceAll('{town}', town).replaceAll('{year}', String(facts.year)).replaceAll('{n}', String(heads))
  return {
    parts,
    zh: parts.map((part: StoryPart) => fill(part.zh, facts.town)).join(''),
    en: parts.map((part: StoryPart) => fill(part.en, townEn)).join(' '),
  }
}

/** “Xianfeng” for 先锋乡: the name without its kind. */
function romanTown(town: string): string {
  const bare = town.replace(/(满族乡|街道|苏木|镇|乡)$/, '')
  return toName(bare)
}

function toName(chinese: string): string {
  const letters = pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join('').replaceAll('v', 'u')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}
