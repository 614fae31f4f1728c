import { moreSearches, thirtySearches } from '#app/domain/search/search-cases.ts'
import { type Ask, type Catalogue, listing, openCatalogue, searching } from '../support/catalogue.ts'
import type { Part } from '../support/context.ts'
import { percentile, type Row, ratioRow } from '../support/sample.ts'

const lists = [
  '',
  'sort=sales',
  'sort=price-asc',
  'sort=price-desc',
  'sort=newest',
  'division=aohan',
  'division=hongshan&sort=newest',
  'division=ningcheng&sort=price-asc',
  'category=grain',
  'category=meat&sort=sales',
  'subcategory=grain-millet',
  'subcategory=dairy-curd&sort=price-desc',
  'storage=frozen',
  'certificate=organic&sort=newest',
  'season=9&stock=1',
  'min=20&max=50',
  'min=300&sort=price-asc',
  'division=aohan&category=grain',
  'division=hexigten&storage=frozen&sort=sales',
  'division=linxi&category=fungi&certificate=gi',
  'category=produce&season=7&stock=1&sort=price-asc',
  'category=gift&storage=ambient&min=100&max=200&sort=newest',
].map(listing)

const searches = [
  ...[...thirtySearches, ...moreSearches].map(([, typed]) => searching(typed)),
  ...[
    'sort=sales',
    'sort=price-asc',
    'sort=newest',
    'division=aohan',
    'category=grain&stock=1',
    'max=30',
  ].flatMap((address) => ['小米', '牛肉', 'xiaomi'].map((typed) => searching(typed, address))),
]

const latestPage = 5

/** Lists and searches, first and later pages, in each catalogue; the smallest is what the others are held against. */
export const catalogueSize: Part = async ({ databases, rounds, sizes }) => {
  const catalogues: Array<Catalogue> = []
  try {
    for (const size of sizes) catalogues.push(await openCatalogue(databases, size))
    return [
      ...(await measure('lists', lists, catalogues, rounds)),
      ...(await measure('searches', searches, catalogues, rounds)),
    ]
  } finally {
    await Promise.all(catalogues.map((catalogue) => catalogue.close()))
  }
}

type Times = { p50: number; p95: number }

async function measure(
  name: string,
  asks: ReadonlyArray<Ask>,
  catalogues: ReadonlyArray<Catalogue>,
  rounds: number,
): Promise<Array<Row>> {
  const visits = new Map<Catalogue, Array<() => Promise<unknown>>>()
  for (const catalogue of catalogues) visits.set(catalogue, await openPages(asks, catalogue))
  const times = new Map(catalogues.map((catalogue) => [catalogue, [] as Array<Times>]))
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? catalogues : [...catalogues].reverse()
    for (const catalogue of order) times.get(catalogue)?.push(await timeAll(visits.get(catalogue) ?? []))
  }
  const [smallest, ...others] = catalogues
  const base = (smallest && times.get(smallest)) ?? []
  return others.flatMap((catalogue) =>
    (['p50', 'p95'] as const).map((figure) => {
      const pairs = (times.get(catalogue) ?? []).map((each, round) => ({
        ours: each[figure],
        theirs: base[round]?.[figure] ?? Number.NaN,
      }))
      const texts = {
        name: `${name} of ${catalogue.size.toLocaleString('en')} products, ${figure}`,
        against: `of ${smallest?.size.toLocaleString('en')} products`,
        unit: 'ms',
      }
      return ratioRow(pairs, texts, { atMost: 3 })
    }),
  )
}

/** First, second and some later page of each, with the cursors that lead there; asking for them warms the caches. */
async function openPages(asks: ReadonlyArray<Ask>, { reading }: Catalogue) {
  const pages: Array<() => Promise<unknown>> = []
  for (const ask of asks) {
    let after: string | undefined
    for (let page = 1; page <= latestPage; page += 1) {
      const cursor = after
      if (page < 3 || page === latestPage) pages.push(() => ask(reading, cursor))
      const { next } = (await ask(reading, cursor)).page
      if (next === null) break
      after = next
    }
  }
  return pages
}

async function timeAll(visits: ReadonlyArray<() => Promise<unknown>>): Promise<Times> {
  const times: Array<number> = []
  for (const visit of visits) {
    const from = performance.now()
    await visit()
    times.push(performance.now() - from)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}
