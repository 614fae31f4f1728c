import { describe, expect, test } from 'vitest'
import { exhibitionOf, readAttribution } from './attribution.ts'
import { type FairVisit, fairCookie, readFairVisit, recallFairVisit } from './fair-visit.ts'

const fair = {
  id: 3,
  startsAt: new Date('2026-11-22T16:00:00Z'),
  endsAt: new Date('2026-11-27T16:00:00Z'),
  isMonthOnly: false,
}
const visit = { exhibitionId: 3, via: 'qr-code', at: '2026-11-24T02:00:00Z' } as const
const noon = new Date('2026-11-25T04:00:00Z')

describe('an order belongs to a fair', () => {
  test('when visit and order fall into its days, in Shanghai to the millisecond (T86)', () => {
    expect(exhibitionOf(visit, fair, noon)).toBe(3)
    expect(exhibitionOf({ ...visit, at: '2026-11-22T16:00:00.000Z' }, fair, noon)).toBe(3)
    expect(exhibitionOf({ ...visit, at: '2026-11-22T15:59:59.999Z' }, fair, noon)).toBeNull()
    expect(exhibitionOf(visit, fair, new Date('2026-11-27T15:59:59.999Z'))).toBe(3)
    expect(exhibitionOf(visit, fair, new Date('2026-11-27T16:00:00.000Z'))).toBeNull()
  })

  test('and to none without a visit, of another fair, or of one whose days nobody knows', () => {
    expect(exhibitionOf(null, fair, noon)).toBeNull()
    expect(exhibitionOf({ ...visit, exhibitionId: 4 }, fair, noon)).toBeNull()
    expect(exhibitionOf(visit, { ...fair, isMonthOnly: true }, noon)).toBeNull()
    expect(readAttribution({ ...visit, via: 'friend' })).toBeNull()
  })
})

describe('where a shopper comes from', () => {
  const read = (query: string) => readFairVisit(new URLSearchParams(query))
  const recall = (cookie: string | null, referer: string | null = null) =>
    recallFairVisit({ cookie, referer })

  test('is what the link says, and nothing that no link of ours says', () => {
    expect(read('fair=beijing-2026&via=livestream')).toEqual({ fair: 'beijing-2026', via: 'livestream' })
    expect(read('fair=beijing-2026')).toEqual({ fair: 'beijing-2026', via: 'page' })
    for (const query of ['', 'via=page', 'fair=a%3Bb', 'fair=beijing-2026&via=friend'])
      expect(read(query)).toBeNull()
  })

  test('outlives the page in a cookie, and stands in its address where there is no JavaScript', () => {
    const wanted: FairVisit = { fair: 'beijing-2026', via: 'qr-code' }
    const [cookie = ''] = fairCookie(wanted).split(';')
    const page = 'https://shop.test/products/millet?fair=beijing-2026&via=qr-code'
    expect(recall(`session=x; ${cookie}`)).toEqual(wanted)
    expect(recall(null, page)).toEqual(wanted)
    expect(recall(cookie, page.replace('qr-code', 'livestream'))).toEqual(wanted)
    expect(recall(null)).toBeNull()
    expect(recall('fair=../x.page; session=y', 'no address')).toBeNull()
  })
})
