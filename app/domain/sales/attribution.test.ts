import { describe, expect, test } from 'vitest'
import { type Attribution, latestOf, originOf, readAttribution } from './attribution.ts'
import { type FairVisit, fairCookie, readFairVisit, recallVisits } from './fair-visit.ts'

const fair = {
  id: 3,
  startsAt: new Date('2026-11-22T16:00:00Z'),
  endsAt: new Date('2026-11-27T16:00:00Z'),
  isMonthOnly: false,
}
const visit: Attribution = { exhibitionId: 3, via: 'qr-code', at: '2026-11-24T02:00:00Z' }
const noon = new Date('2026-11-25T04:00:00Z')

describe('an order belongs to a fair', () => {
  const fairOf = (attribution: Attribution | null, placedAt: Date, exhibition = fair) =>
    originOf(attribution, { exhibitions: [exhibition], livestream: null }, placedAt).exhibitionId

  test('when visit and order fall into its days, in Shanghai to the millisecond (T86)', () => {
    expect(fairOf(visit, noon)).toBe(3)
    expect(fairOf({ ...visit, at: '2026-11-22T16:00:00.000Z' }, noon)).toBe(3)
    expect(fairOf({ ...visit, at: '2026-11-22T15:59:59.999Z' }, noon)).toBeNull()
    expect(fairOf(visit, new Date('2026-11-27T15:59:59.999Z'))).toBe(3)
    expect(fairOf(visit, new Date('2026-11-27T16:00:00.000Z'))).toBeNull()
  })

  test('and to none without a visit, of another fair, or of one whose days nobody knows', () => {
    expect(fairOf(null, noon)).toBeNull()
    expect(fairOf({ ...visit, exhibitionId: 4 }, noon)).toBeNull()
    expect(fairOf(visit, noon, { ...fair, isMonthOnly: true })).toBeNull()
    expect(readAttribution({ ...visit, via: 'friend' })).toBeNull()
  })
})

describe('an order belongs to a livestream', () => {
  /** On the fair's last evening, in Shanghai from 20:00 to 23:00; with its grace over the fair's end. */
  const livestream = {
    id: 7,
    startsAt: new Date('2026-11-27T12:00:00Z'),
    endsAt: new Date('2026-11-27T15:00:00Z'),
    isCancelled: false,
    exhibitionId: 3 as number | null,
  }
  const followed: Attribution = { livestreamId: 7, liveAt: '2026-11-27T12:30:00Z' }
  const during = new Date('2026-11-27T13:00:00Z')
  const of = (attribution: Attribution, placedAt: Date, stream = livestream) => {
    const origin = originOf(attribution, { exhibitions: [fair], livestream: stream }, placedAt)
    return [origin.livestreamId, origin.exhibitionId]
  }

  test('within its hours and two more, to the millisecond, and to its fair on the fair’s days', () => {
    expect(of(followed, during)).toEqual([7, 3])
    expect(of({ ...followed, liveAt: '2026-11-27T12:00:00.000Z' }, during)).toEqual([7, 3])
    expect(of({ ...followed, liveAt: '2026-11-27T11:59:59.999Z' }, during)).toEqual([null, null])
    expect(of(followed, new Date('2026-11-27T15:59:59.999Z'))).toEqual([7, 3])
    expect(of(followed, new Date('2026-11-27T16:00:00.000Z')), 'the fair is over').toEqual([7, null])
    expect(of(followed, new Date('2026-11-27T16:59:59.999Z'))).toEqual([7, null])
    expect(of(followed, new Date('2026-11-27T17:00:00.000Z')), 'so is the grace').toEqual([null, null])
  })

  test('whatever page of a fair is looked at meanwhile; not when it was cancelled, or is another', () => {
    const both = { ...visit, ...followed, at: '2026-11-27T12:45:00Z' }
    expect(of(both, during)).toEqual([7, 3])
    expect(of(both, during, { ...livestream, exhibitionId: null })).toEqual([7, 3])
    expect(of(followed, during, { ...livestream, exhibitionId: null })).toEqual([7, null])
    expect(of(both, during, { ...livestream, isCancelled: true })).toEqual([null, 3])
    expect(of({ ...both, livestreamId: 8 }, during)).toEqual([null, 3])
  })
})

test('of what the cart keeps and what the checkout is sent with, the later visit of each kind counts', () => {
  const [early, late] = ['2026-11-24T02:00:00.000Z', '2026-11-25T02:00:00.000Z']
  const kept: Attribution = { exhibitionId: 3, via: 'page', at: early, livestreamId: 7, liveAt: late }
  const sent: Attribution = { exhibitionId: 4, via: 'qr-code', at: late, livestreamId: 8, liveAt: early }
  const latest = { exhibitionId: 4, via: 'qr-code', at: late, livestreamId: 7, liveAt: late }
  expect(latestOf(kept, sent)).toEqual(latest)
  expect(latestOf(sent, kept)).toEqual(latest)
  expect(latestOf(kept, null)).toEqual(kept)
  expect(latestOf(null, sent)).toEqual(sent)
  expect(latestOf(null, undefined)).toBeNull()
  expect(latestOf({ livestreamId: 7, liveAt: late }, { exhibitionId: 4, via: 'page', at: early })).toEqual({
    exhibitionId: 4,
    via: 'page',
    at: early,
    livestreamId: 7,
    liveAt: late,
  })
})

describe('where a shopper comes from', () => {
  const read = (query: string) => readFairVisit(new URLSearchParams(query))
  const at = Date.parse('2026-11-24T02:00:00Z')
  const recall = (cookie: string | null, referer: string | null = null) =>
    recallVisits(new Headers({ ...(cookie && { Cookie: cookie }), ...(referer && { Referer: referer }) }))

  test('is what the link says, and nothing that no link of ours says', () => {
    expect(read('fair=beijing-2026&via=livestream')).toEqual({ fair: 'beijing-2026', via: 'livestream' })
    expect(read('fair=beijing-2026')).toEqual({ fair: 'beijing-2026', via: 'page' })
    for (const query of ['', 'via=page', 'fair=a%3Bb', 'fair=beijing-2026&via=friend'])
      expect(read(query)).toBeNull()
  })

  test('is a livestream’s link before a fair’s, remembered beside it', () => {
    const live: FairVisit = { fair: 'aohan-1', via: 'live' }
    expect(read('live=aohan-1&fair=beijing-2026')).toEqual(live)
    const cookies = [fairCookie({ fair: 'beijing-2026', via: 'page' }, at), fairCookie(live, at)]
    expect(recall(cookies.map((cookie) => cookie.split(';')[0]).join('; '))).toEqual([
      { fair: 'beijing-2026', via: 'page', at },
      { ...live, at },
    ])
    expect(recall(null, 'https://shop.test/en/products/millet?live=aohan-1')).toEqual([{ ...live, at: null }])
  })

  test('outlives the page in a cookie, and stands in its address where there is no JavaScript', () => {
    const wanted: FairVisit = { fair: 'beijing-2026', via: 'qr-code' }
    const [cookie = ''] = fairCookie(wanted, at).split(';')
    const page = 'https://shop.test/products/millet?fair=beijing-2026&via=qr-code'
    expect(recall(`session=x; ${cookie}`)).toEqual([{ ...wanted, at }])
    expect(recall('fair=beijing-2026.qr-code.soon')).toEqual([{ ...wanted, at: null }])
    expect(recall(null, page)).toEqual([{ ...wanted, at: null }])
    expect(recall(cookie, page.replace('qr-code', 'livestream'))).toEqual([{ ...wanted, at }])
    expect(recall(null)).toEqual([])
    expect(recall('fair=../x.page; session=y', 'no address')).toEqual([])
  })
})
