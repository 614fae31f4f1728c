import { divisionTexts } from '../data/divisions.ts'
import type { Theme } from '../data/enterprise-names.ts'
import type { Speciality } from './specialities.ts'

/** Neighbours in this order are goods that one house may well sell together. */
const categoryOrder = [
  'produce',
  'egghoney',
  'fungi',
  'herb',
  'aquatic',
  'grain',
  'gift',
  'condiment',
  'drink',
  'ready',
  'snack',
  'dairy',
  'meat',
  'craft',
]

const themes: Readonly<Record<string, Theme>> = {
  produce: 'garden',
  egghoney: 'garden',
  fungi: 'forest',
  herb: 'forest',
  aquatic: 'forest',
  grain: 'grain',
  gift: 'grain',
  condiment: 'kitchen',
  drink: 'kitchen',
  ready: 'kitchen',
  snack: 'kitchen',
  dairy: 'pasture',
  meat: 'pasture',
  craft: 'craft',
}

export function themeOfCategory(category: string): Theme {
  return themes[category] ?? 'trade'
}

/**
 * An enterprise is named after what makes up at least half of its shelf; grain, pasture and kitchen goods
 * together make a food house, and what is still mixed is a dealer.
 */
export function themeOf(specialities: ReadonlyArray<Speciality>): Theme {
  const counts = new Map<Theme, number>()
  for (const { category } of specialities) {
    const theme = themeOfCategory(category)
    counts.set(theme, (counts.get(theme) ?? 0) + 1)
  }
  const [theme, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['trade', 0]
  if (count * 2 >= specialities.length) return theme
  const food = (['grain', 'pasture', 'kitchen'] as const).reduce(
    (sum, each) => sum + (counts.get(each) ?? 0),
    0,
  )
  return food * 10 >= specialities.length * 8 ? 'kitchen' : 'trade'
}

export type Allotment = { division: string; position: number; specialities: Array<Speciality> }

/**
 * Spreads enterprises over the divisions in proportion to their specialities and gives each five or six
 * neighbouring ones, so that every speciality has about as many sellers as any other.
 */
export function allot(
  specialities: ReadonlyArray<Speciality>,
  enterprises: number,
  products: number,
): Array<Allotment> {
  const groups = divisionTexts.map(({ code }) =>
    inOrder(specialities.filter((each) => each.division === code)),
  )
  const sizes = groups.map((group) => group.length)
  const houses = apportion(enterprises, sizes)
  const sixes = apportion(products - 5 * enterprises, houses)
  return groups.flatMap((group, index) =>
    windows(group, houses[index] ?? 0, sixes[index] ?? 0).map((each, position) => ({
      division: divisionTexts[index]?.code ?? '',
      position,
      specialities: each,
    })),
  )
}

function inOrder(group: ReadonlyArray<Speciality>): Array<Speciality> {
  return [...group].sort(
    (a, b) =>
      categoryOrder.indexOf(a.category) - categoryOrder.indexOf(b.category) || a.id.localeCompare(b.id),
  )
}

/** `houses` runs of five specialities, the first `sixes` of them of six, evenly around the ring. */
function windows(group: ReadonlyArray<Speciality>, houses: number, sixes: number): Array<Array<Speciality>> {
  return Array.from({ length: houses }, (_, house) => {
    const hasSix = Math.floor(((house + 1) * sixes) / houses) > Math.floor((house * sixes) / houses)
    const start = Math.floor((house * group.length) / houses)
    return Array.from({ length: hasSix ? 6 : 5 }, (_, step) => {
      const speciality = group[(start + step) % group.length]
      if (!speciality) throw new Error('a division without specialities')
      return speciality
    })
  })
}

/** Largest remainder: whole parts that add up to `total`. */
export function apportion(total: number, weights: ReadonlyArray<number>): Array<number> {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  let left = total - parts.reduce((a, b) => a + b, 0)
  for (const { index } of order) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}
