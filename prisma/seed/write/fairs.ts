import type pg from 'pg'
import { day } from '#app/kernel/clock.ts'
import { divisionTexts } from '../data/divisions.ts'
import { copiedFairSlug, fairs, runningFairSlug } from '../data/fairs.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { fairIdOf } from '../plan/fairs/fairs.ts'
import type { ProductPlan } from '../plan/products.ts'
import { randomFor, uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

/** Past fairs with their printed figures, and those that stand for others, at which the enterprises have booths. */
export async function writeFairs(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Promise<void> {
  await copyRecords(
    client,
    'exhibition',
    fairs.map((fair, index) => ({
      id: index + 1,
      slug: fair.slug,
      name: fair.name,
      nameEn: fair.nameEn,
      kind: fair.kind,
      city: fair.city,
      cityEn: fair.cityEn,
      venue: fair.venue,
      venueEn: fair.venueEn,
      startsAt: new Date(fair.startsAt),
      endsAt: new Date(fair.endsAt),
      isMonthOnly: fair.isMonthOnly,
      summary: fair.summary,
      summaryEn: fair.summaryEn,
      printedFigures: JSON.stringify(fair.figures),
      isDemonstration: fair.isDemonstration,
      hasPublicFigure: fair.isDemonstration,
    })),
  )
  await copyRecords(
    client,
    'exhibition_booth',
    demonstrations.flatMap((fair) =>
      enterprises.map(({ id, booth }) => ({ exhibitionId: fairIdOf(fair), enterpriseId: id, booth })),
    ),
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
  await copyRecords(
    client,
    'exhibition_product',
    chosenGoods(products).map(({ id }, position) => ({
      exhibitionId: fairIdOf(runningFairSlug),
      productId: id,
      position,
    })),
  )
  await copyRecords(
    client,
    'exhibition_target',
    targets.flatMap(([slug, millions]) =>
      targetsOf(millions).map(([dimension, key, amount]) => ({
        exhibitionId: fairIdOf(slug),
        dimension,
        key,
        amountFen: amount,
      })),
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
  await copyRecords(
    client,
    'exhibition_measure',
    counted.flatMap(([slug, values]) =>
      values.map((value, index) => {
        const start = new Date(fairs[fairIdOf(slug) - 1]?.startsAt ?? 0).getTime() + index * day
        const date = new Date(start + day / 2).toISOString().slice(0, 10)
        return {
          exhibitionId: fairIdOf(slug),
          day: date,
          kind: 'visitors',
          value,
          recordedBy,
          recordedAt: new Date(start + day),
        }
      }),
    ),
  )
}

/** Outlets and articles that do not exist, at addresses reserved for examples. */
async function writeCoverage(client: pg.ClientBase): Promise<void> {
  const outlets = ['演示日报', '示例晚报', '样例电视台', '演示客户端', '示例农业网', '样例融媒体中心']
  await copyRecords(
    client,
    'media_coverage',
    demonstrations.flatMap((slug) =>
      outlets.map((outlet, index) => {
        const random = randomFor(`coverage:${slug}:${outlet}`)
        const start = new Date(fairs[fairIdOf(slug) - 1]?.startsAt ?? 0).getTime()
        const at = new Date(start + random.between(0, 3) * day + day / 2)
        const url = `https://example.com/${slug}/${index + 1}`
        const date = at.toISOString().slice(0, 10)
        const title = '赤峰好物到北京：小米、牛羊肉和番茄（演示报道）'
        return {
          id: uuidFor(`coverage:${slug}:${index}`),
          exhibitionId: fairIdOf(slug),
          outlet,
          title,
          url,
          publishedOn: date,
          recordedBy,
          recordedAt: at,
        }
      }),
    ),
  )
}
