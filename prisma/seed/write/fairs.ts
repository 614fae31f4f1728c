import type pg from 'pg'
import { day } from '#app/kernel/clock.ts'
import { divisionTexts } from '../data/divisions.ts'
import { copiedFairSlug, fairs, runningFairSlug } from '../data/fairs.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { fairIdOf } from '../plan/fairs/fairs.ts'
import type { ProductPlan } from '../plan/products.ts'
import { randomFor, uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'

/** Past fairs with their printed figures, and those that stand for others, at which the enterprises have booths. */
export async function writeFairs(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Promise<void> {
  await copyRows(
    client,
    'exhibition',
    [
      'id',
      'slug',
      'name',
      'name_en',
      'kind',
      'city',
      'city_en',
      'venue',
      'venue_en',
      'starts_at',
      'ends_at',
      'is_month_only',
      'summary',
      'summary_en',
      'printed_figures',
      'is_demonstration',
      'has_public_figure',
    ],
    fairs.map((fair, index) => [
      index + 1,
      fair.slug,
      fair.name,
      fair.nameEn,
      fair.kind,
      fair.city,
      fair.cityEn,
      fair.venue,
      fair.venueEn,
      new Date(fair.startsAt),
      new Date(fair.endsAt),
      fair.isMonthOnly,
      fair.summary,
      fair.summaryEn,
      JSON.stringify(fair.figures),
      fair.isDemonstration,
      fair.isDemonstration,
    ]),
  )
  await copyRows(
    client,
    'exhibition_booth',
    ['exhibition_id', 'enterprise_id', 'booth'],
    demonstrations.flatMap((fair) => enterprises.map(({ id, booth }) => [fairIdOf(fair), id, booth])),
  )
}

/** The city's organizer: see data/staff.ts. */
const recordedBy = '高远'
const demonstrations = [runningFairSlug, copiedFairSlug]

/** What each demonstration fair shows, aims at and counts besides money, and what was written about it. */
export async function writeFairDetails(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
): Promise<void> {
  await copyRows(
    client,
    'exhibition_product',
    ['exhibition_id', 'product_id', 'position'],
    chosenGoods(products).map(({ id }, position) => [fairIdOf(runningFairSlug), id, position]),
  )
  await copyRows(
    client,
    'exhibition_target',
    ['exhibition_id', 'dimension', 'key', 'amount_fen'],
    targets.flatMap(([slug, millions]) =>
      targetsOf(millions).map(([dimension, key, amount]) => [fairIdOf(slug), dimension, key, amount]),
    ),
  )
  await writeMeasures(client)
  await writeCoverage(client)
}

/** The best three of every third exhibitor; the others show all that they have. */
function chosenGoods(products: ReadonlyArray<ProductPlan>): Array<ProductPlan> {
  const choosy = products.filter(({ enterprise }) => enterprise.id % 3 === 0)
  const byEnterprise = Map.groupBy(choosy, ({ enterprise }) => enterprise.id)
  return [...byEnterprise.values()].flatMap((goods) =>
    [...goods].sort((one, other) => other.demand - one.demand).slice(0, 3),
  )
}

const targets = [
  [runningFairSlug, 80],
  [copiedFairSlug, 60],
] as const

/** Of the whole, of each channel, of each division, in fen. */
function targetsOf(millions: number): Array<[dimension: string, key: string, fen: number]> {
  const yuan = millions * 1_000_000
  const channels = { contract: 0.7, onsite: 0.15, livestream: 0.1, online: 0.05 }
  return [
    ['all', 'all', yuan * 100],
    ...Object.entries(channels).map(([channel, part]): [string, string, number] => [
      'channel',
      channel,
      Math.round(yuan * part) * 100,
    ]),
    ...divisionTexts.map(({ code }): [string, string, number] => [
      'division',
      code,
      Math.floor(yuan / divisionTexts.length) * 100,
    ]),
  ]
}

/** Visitors of the five days, and of the days of the running fair that are over. */
async function writeMeasures(client: pg.ClientBase): Promise<void> {
  const counted = [
    [copiedFairSlug, [8_200, 9_400, 14_800, 13_900, 6_700]],
    [runningFairSlug, [3_100, 5_600, 5_200, 2_700]],
  ] as const
  await copyRows(
    client,
    'exhibition_measure',
    ['exhibition_id', 'day', 'kind', 'value', 'recorded_by', 'recorded_at'],
    counted.flatMap(([slug, values]) =>
      values.map((value, index) => {
        const start = new Date(fairs[fairIdOf(slug) - 1]?.startsAt ?? 0).getTime() + index * day
        const date = new Date(start + day / 2).toISOString().slice(0, 10)
        return [fairIdOf(slug), date, 'visitors', value, recordedBy, new Date(start + day)]
      }),
    ),
  )
}

/** Outlets and articles that do not exist, at addresses reserved for examples. */
async function writeCoverage(client: pg.ClientBase): Promise<void> {
  const outlets = ['演示日报', '示例晚报', '样例电视台', '演示客户端', '示例农业网', '样例融媒体中心']
  await copyRows(
    client,
    'media_coverage',
    ['id', 'exhibition_id', 'outlet', 'title', 'url', 'published_on', 'recorded_by', 'recorded_at'],
    demonstrations.flatMap((slug) =>
      outlets.map((outlet, index) => {
        const random = randomFor(`coverage:${slug}:${outlet}`)
        const start = new Date(fairs[fairIdOf(slug) - 1]?.startsAt ?? 0).getTime()
        const at = new Date(start + random.between(0, 3) * day + day / 2)
        const url = `https://example.com/${slug}/${index + 1}`
        const date = at.toISOString().slice(0, 10)
        const title = '赤峰好物到北京：小米、牛羊肉和番茄（演示报道）'
        return [
          uuidFor(`coverage:${slug}:${index}`),
          fairIdOf(slug),
          outlet,
          title,
          url,
          date,
          recordedBy,
          at,
        ]
      }),
    ),
  )
}
