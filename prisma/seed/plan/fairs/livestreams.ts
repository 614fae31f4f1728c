import { day, hour, shanghaiMinute } from '#app/kernel/clock.ts'
import { divisionTexts } from '../../data/divisions.ts'
import { randomFor } from '../../random.ts'
import type { ProductPlan } from '../products.ts'
import type { LivestreamPlan } from './fair-plan.ts'

/** Invented hosts with invented accounts. */
const hosts = [
  ['草原小满', '900000001'],
  ['老哈河边的阿木', '900000002'],
  ['赤峰其其格', '900000003'],
  ['贡格尔的春生', '900000004'],
] as const

type Schedule = {
  exhibitionId: number
  /** First of all ids that this fair may use. */
  firstId: number
  startsAt: Date
  days: number
  /** Hours of the day at which a session begins, and how long it goes. */
  sessions: ReadonlyArray<{ hour: number; hours: number }>
}

/** Day by day one or two sessions, each of another division and its goods. */
export function planLivestreams(
  products: ReadonlyArray<ProductPlan>,
  { exhibitionId, firstId, startsAt, days, sessions }: Schedule,
): Array<LivestreamPlan> {
  const slots = Array.from({ length: days }, (_, index) =>
    sessions.map((session) => ({ ...session, day: index })),
  ).flat()
  return slots.map((slot, index) => {
    const division = divisionTexts[index % divisionTexts.length]
    const [host, hostAccount] = hosts[index % hosts.length] ?? hosts[0]
    const from = new Date(startsAt.getTime() + slot.day * day + slot.hour * hour)
    const random = randomFor(`livestream:${exhibitionId}:${index}`)
    const shown = random
      .shuffle(products.filter(({ enterprise }) => enterprise.divisionCode === division?.code))
      .sort((one, other) => other.demand - one.demand)
      .slice(0, 8)
    return {
      id: firstId + index,
      // As links take it: letters, digits and hyphens.
      slug: `${division?.slug}-${shanghaiMinute(from).replace(/\D/g, '')}`,
      exhibitionId,
      title: `${division?.shortName}好物专场`,
      titleEn: `Goods of ${division?.nameEn}`,
      host,
      hostAccount,
      startsAt: from,
      endsAt: new Date(from.getTime() + slot.hours * hour),
      enterprises: [...new Set(shown.map(({ enterprise }) => enterprise))],
      products: shown,
    }
  })
}
