import { describe, expect, test } from 'vitest'
import {
  fairsThatTake,
  type PlatformFair,
  type PlatformLivestream,
  type PlatformSale,
  platformOriginOf,
} from './platform-attribution.ts'

const [millet, beef] = [
  { enterpriseId: 1, productId: 11 },
  { enterpriseId: 2, productId: 21 },
]
const sale: PlatformSale = {
  ...millet,
  paidAt: new Date('2026-11-24T12:30:00Z'),
  isLive: true,
  hostAccount: null,
  namedFair: null,
}
/** From 20:00 to 22:00 in Shanghai, on a shop's own account. */
const evening: PlatformLivestream = {
  id: 7,
  startsAt: new Date('2026-11-24T12:00:00Z'),
  endsAt: new Date('2026-11-24T14:00:00Z'),
  isCancelled: false,
  exhibitionId: null,
  hostAccount: null,
  enterprises: [],
  products: [],
}
const fair: PlatformFair = {
  id: 3,
  startsAt: new Date('2026-11-22T16:00:00Z'),
  endsAt: new Date('2026-11-27T16:00:00Z'),
  isMonthOnly: false,
  isDemonstration: false,
  exhibitors: [1, 2],
}

describe('an order of a platform belongs to a livestream', () => {
  const liveOf = (order: Partial<PlatformSale>, ...livestreams: Array<PlatformLivestream>) =>
    platformOriginOf({ ...sale, ...order }, { exhibitions: [], livestreams }).livestreamId

  test('that sells for its enterprise, of two shops that are live at once on their own accounts', () => {
    const [ofMillet, ofBeef] = [
      { ...evening, enterprises: [1] },
      { ...evening, id: 8, enterprises: [2], startsAt: new Date('2026-11-24T12:05:00Z') },
    ]
    expect(liveOf(millet, ofMillet, ofBeef)).toBe(7)
    expect(liveOf(beef, ofMillet, ofBeef)).toBe(8)
    expect(liveOf(millet, ofBeef)).toBeNull()
  })

  test('nearest to its goods, then to its enterprise, then to one that names nobody, then the latest', () => {
    const nobody = { ...evening, id: 1, startsAt: new Date('2026-11-24T12:10:00Z') }
    const enterprise = { ...evening, id: 2, enterprises: [1], startsAt: new Date('2026-11-24T12:05:00Z') }
    const goods = { ...evening, id: 3, enterprises: [1], products: [11] }
    const later = { ...goods, id: 4, startsAt: new Date('2026-11-24T12:20:00Z') }
    expect(liveOf({}, nobody, goods, enterprise, later)).toBe(4)
    expect(liveOf({}, nobody, goods, enterprise)).toBe(3)
    expect(liveOf({}, nobody, enterprise)).toBe(2)
    expect(liveOf({}, nobody)).toBe(1)
    // A livestream that shows other goods of the enterprise sells for it all the same.
    expect(liveOf({ productId: 12 }, goods)).toBe(3)
  })

  test('of its host’s account only, in its hours, when it was sold live', () => {
    expect(liveOf({ hostAccount: '900000001' }, evening)).toBeNull()
    expect(liveOf({}, { ...evening, hostAccount: '900000001' })).toBeNull()
    expect(liveOf({ isLive: false }, evening)).toBeNull()
    expect(liveOf({ paidAt: new Date('2026-11-24T16:00:00.000Z') }, evening)).toBeNull()
    expect(liveOf({}, { ...evening, isCancelled: true })).toBeNull()
  })
})

describe('an order of a platform belongs to a fair', () => {
  const fairOf = (
    order: Partial<PlatformSale>,
    exhibitions: Array<PlatformFair>,
    live?: PlatformLivestream,
  ) => platformOriginOf({ ...sale, ...order }, { exhibitions, livestreams: live ? [live] : [] }).exhibitionId

  test('where its enterprise has a booth, on the fair’s days, to the millisecond (T86)', () => {
    expect(fairOf({}, [fair])).toBe(3)
    expect(fairOf({}, [{ ...fair, exhibitors: [2] }])).toBeNull()
    expect(fairOf({ paidAt: new Date('2026-11-27T15:59:59.999Z') }, [fair])).toBe(3)
    expect(fairOf({ paidAt: new Date('2026-11-27T16:00:00.000Z') }, [fair])).toBeNull()
  })

  test('of two at once to the one where it has a booth; with booths at both to the one that was named, else to none', () => {
    const other = { ...fair, id: 4 }
    expect(fairOf({}, [fair, other])).toBeNull()
    expect(fairOf({}, [{ ...fair, exhibitors: [2] }, other])).toBe(4)
    expect(fairOf({ namedFair: 3 }, [fair, other])).toBe(3)
    expect(fairOf({ namedFair: 5 }, [fair, other])).toBeNull()
  })

  test('its livestream’s before another, also without a booth where the livestream names its enterprise', () => {
    const own = { ...fair, id: 4, exhibitors: [] }
    const live = { ...evening, exhibitionId: 4, enterprises: [1] }
    expect(fairOf({}, [fair, own], live)).toBe(4)
    expect(fairOf({ isLive: false }, [fair, own], live)).toBe(3)
    expect(fairOf({}, [own], { ...live, enterprises: [] })).toBeNull()
    expect(fairOf({}, [{ ...own, exhibitors: [1] }], { ...live, enterprises: [] })).toBe(4)
    expect(fairOf({ namedFair: 3 }, [fair, own], live)).toBe(3)
  })

  test('a demonstration counts only where there is no real one', () => {
    const shown = { ...fair, id: 9, isDemonstration: true }
    expect(fairOf({}, [fair, shown])).toBe(3)
    expect(fairOf({}, [shown])).toBe(9)
  })

  test('and where nobody knows whose it is, every fair of the day may be meant', () => {
    const ids = (enterpriseId: number | null) =>
      fairsThatTake(sale.paidAt, enterpriseId, [fair, { ...fair, id: 4, exhibitors: [2] }]).map(
        ({ id }) => id,
      )
    expect(ids(null)).toEqual([3, 4])
    expect(ids(1)).toEqual([3])
    expect(ids(5)).toEqual([])
  })
})
