import { day, hour, minute } from '#app/kernel/clock.ts'
import { districts, divisionTexts } from '../../data/divisions.ts'
import { type Random, randomFor, uuidAt } from '../../random.ts'
import type { EnterprisePlan } from '../enterprises.ts'
import type { ContractPlan } from './fair-plan.ts'

const buyers = [
  '社区食堂联采组',
  '职工食堂采购组',
  '生鲜超市联采组',
  '学校食堂联采组',
  '酒店餐饮采购组',
  '批发市场商户',
]

type Signing = {
  exhibitionId: number
  /** CF-2023 */
  series: string
  count: number
  startsAt: Date
  /** Part of the contracts that each day signs. */
  days: ReadonlyArray<number>
  /** What they come to together. */
  totalFen: number
  /** Left for a second pair of eyes. */
  claimed: number
}

/** Contracts of 采购 and 框架 that come to a sum exactly, and some 意向 and 投资 beside it. */
export function planContracts(
  enterprises: ReadonlyArray<EnterprisePlan>,
  { exhibitionId, series, count, startsAt, days, totalFen, claimed }: Signing,
): Array<ContractPlan> {
  const amounts = divide(totalFen, count, randomFor(`amounts:${series}`))
  const beside = Math.ceil(count / 8)
  return Array.from({ length: count + beside }, (_, index) => {
    const random = randomFor(`contract:${series}:${index}`)
    const enterprise = random.pick(enterprises)
    const pair = divisionTexts.find(({ code }) => code === enterprise.divisionCode)?.pairCode
    const district = districts.find(({ code }) => code === pair) ?? random.pick(districts)
    const isBeside = index >= count
    const kind = isBeside
      ? random.pick(['intent', 'investment'] as const)
      : random.pick(['purchase', 'purchase', 'framework'] as const)
    const signedAt = signingTime(startsAt, dayOf(days, (index % count) / count), random)
    return {
      id: uuidAt(signedAt, `contract:${series}:${index}`),
      number: `${series}-${String(index + 1).padStart(3, '0')}`,
      exhibitionId,
      kind,
      title: `${enterprise.tradeName}产品${titles[kind]}`,
      buyer: `${district.name}${random.pick(buyers)}（演示）`,
      districtCode: district.code,
      enterprise,
      amountFen: isBeside ? random.between(30, 400) * 100_000_000 : (amounts[index] ?? 0),
      signedAt,
      isVerified: isBeside || index >= claimed,
    }
  })
}

const titles = {
  purchase: '采购合同',
  framework: '年度框架协议',
  intent: '采购意向书',
  investment: '加工项目投资协议',
}

/** Of very different size, in whole thousands of yuan but for the last, which takes what is left. */
function divide(totalFen: number, count: number, random: Random): Array<number> {
  const thousand = 100_000
  const weights = Array.from({ length: count }, () => 0.25 + random.next() ** 2)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const amounts = weights.map((weight) => Math.floor((totalFen * weight) / sum / thousand) * thousand)
  const rest = totalFen - amounts.reduce((total, amount) => total + amount, 0)
  return amounts.map((amount, index) => (index === count - 1 ? amount + rest : amount))
}

/** The day on which this part of the contracts has been reached: 0 the first, just below 1 the last. */
function dayOf(days: ReadonlyArray<number>, part: number): number {
  let left = part * days.reduce((sum, weight) => sum + weight, 0)
  return days.findIndex((weight) => {
    left -= weight
    return left < 0
  })
}

function signingTime(startsAt: Date, at: number, random: Random): Date {
  const moment = startsAt.getTime() + at * day + 10 * hour + random.between(0, 6 * 60) * minute
  return new Date(moment)
}
