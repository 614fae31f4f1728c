import { copiedFairSlug, fairs, runningFairSlug } from '../../data/fairs.ts'
import type { EnterprisePlan } from '../enterprises.ts'
import type { ProductPlan } from '../products.ts'
import { planContracts } from './contracts.ts'
import { planBoothSales, planContractEntries, planLivestreamSales, planOnlineSales } from './entries.ts'
import type { EntryPlan, FairPlan } from './fair-plan.ts'
import { planLivestreams } from './livestreams.ts'

/** What the entries of the article's fair, made up once more, come to: “7300余万元”. */
export const copiedFairFen = 7_306_842_150

type Goods = { enterprises: ReadonlyArray<EnterprisePlan>; products: ReadonlyArray<ProductPlan>; now: Date }

/** Fairs are written in the order of data/fairs.ts. */
export function fairIdOf(slug: string): number {
  return fairs.findIndex((fair) => fair.slug === slug) + 1
}

export function planFairs(goods: Goods): Array<FairPlan> {
  const copied = planCopiedFair(goods)
  return [copied, planRunningFair(goods, copied.livestreams.length + 1)]
}

/** Five days in four channels: quiet at first, full at the weekend; contracts bring what is left of the sum. */
function planCopiedFair({ enterprises, products, now }: Goods): FairPlan {
  const exhibitionId = fairIdOf(copiedFairSlug)
  const startsAt = startOf(copiedFairSlug)
  const days = [16, 18, 27, 25, 14]
  const livestreams = planLivestreams(products, {
    exhibitionId,
    firstId: 1,
    startsAt,
    days: days.length,
    sessions: [
      { hour: 10, hours: 2 },
      { hour: 19.5, hours: 2.5 },
    ],
  })
  const sold = [
    ...planBoothSales(products, { exhibitionId, startsAt, days, count: 9_000, unclosed: 40 }),
    ...planLivestreamSales(livestreams, { exhibitionId, count: 5_000, now }),
    ...planOnlineSales(products, { exhibitionId, startsAt, days, count: 3_000 }),
  ]
  const contracts = planContracts(enterprises, {
    exhibitionId,
    series: 'YS-2023',
    count: 64,
    startsAt,
    days: [17, 20, 27, 24, 12],
    totalFen: copiedFairFen - sumOf(sold),
    claimed: 0,
  })
  return { exhibitionId, livestreams, contracts, entries: [...sold, ...planContractEntries(contracts)] }
}

/** The fair that is on, up to the day on which the data were made; its orders are the shop's own. */
function planRunningFair({ enterprises, products, now }: Goods, firstId: number): FairPlan {
  const exhibitionId = fairIdOf(runningFairSlug)
  const startsAt = startOf(runningFairSlug)
  const days = [14, 24, 22, 12]
  const livestreams = planLivestreams(products, {
    exhibitionId,
    firstId,
    startsAt,
    days: 31,
    sessions: [{ hour: 19.5, hours: 2 }],
  })
  const contracts = planContracts(enterprises, {
    exhibitionId,
    series: 'YS-2026',
    count: 9,
    startsAt,
    days,
    totalFen: 612_350_000,
    claimed: 2,
  })
  const entries = [
    ...planBoothSales(products, { exhibitionId, startsAt, days, count: 2_400, unclosed: 2 }),
    ...planLivestreamSales(livestreams, { exhibitionId, count: 900, now }),
    ...planContractEntries(contracts),
  ]
  return { exhibitionId, livestreams, contracts, entries }
}

function sumOf(entries: ReadonlyArray<EntryPlan>): number {
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** @throws Error for a fair that is not among the data. */
function startOf(slug: string): Date {
  const fair = fairs.find((each) => each.slug === slug)
  if (!fair) throw new Error(`no fair ${slug}`)
  return new Date(fair.startsAt)
}
