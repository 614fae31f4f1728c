import { expect, test } from 'vitest'
import { keptSale } from '#tests/support/kept-sales.ts'
import type { BoothSale, SaleAnswer } from '../booth-sale.ts'
import { answered } from './answered.ts'
import type { Asked } from './ask-shop.ts'
import { heldFor, nextPause } from './next-try.ts'
import { sendWaiting } from './upload-sales.ts'

/** Keeps in memory what a phone keeps on its disk. */
function openPhone(count: number) {
  let kept = Array.from({ length: count }, () => keptSale())
  return {
    states: () => kept.map(({ state }) => state),
    refs: () => kept.map(({ ref }) => ref),
    async listKept() {
      return kept
    },
    async noteAnswers(answers: ReadonlyArray<SaleAnswer>) {
      kept = kept.map((sale) => {
        const answer = answers.find(({ ref }) => ref === sale.ref)
        return answer ? answered(sale, answer) : sale
      })
    },
  }
}

const accept = (sales: ReadonlyArray<BoothSale>): Asked => ({
  outcome: 'answered',
  answers: sales.map(({ ref }) => ({ ref, outcome: 'accepted' })),
})

test('whatever keeps the shop from answering is said, and everything goes on waiting', async () => {
  for (const outcome of ['offline', 'not-answering', 'too-many', 'signed-out', 'not-allowed'] as const) {
    const phone = openPhone(3)
    let asked = 0
    const uploaded = await sendWaiting(phone, async () => {
      asked += 1
      return { outcome, retryAfter: 7 }
    })
    expect([uploaded, asked]).toEqual([{ outcome, retryAfter: 7 }, 1])
    expect(phone.states()).toEqual(['waiting', 'waiting', 'waiting'])
  }
})

test('an answer that settles nothing is none: nothing is asked for ever', async () => {
  const phone = openPhone(3)
  expect(await sendWaiting(phone, async () => ({ outcome: 'answered', answers: [] }))).toEqual({
    outcome: 'not-answering',
  })
})

test('a sale that the shop will never take is put aside, and keeps back no other', async () => {
  const phone = openPhone(500)
  const [bad, worse] = [phone.refs()[123], phone.refs()[400]]
  let asked = 0
  const uploaded = await sendWaiting(phone, async (sales) => {
    asked += 1
    return sales.some(({ ref }) => ref === bad || ref === worse) ? { outcome: 'refused' } : accept(sales)
  })
  expect(uploaded).toEqual({ outcome: 'done' })
  expect(phone.states().filter((state) => state === 'sent')).toHaveLength(498)
  expect([phone.states()[123], phone.states()[400]]).toEqual(['refused', 'refused'])
  expect(asked).toBeLessThan(60)
})

test('where the shop takes none at all, each waits for a person, and no longer for the shop', async () => {
  const phone = openPhone(20)
  let asked = 0
  const refuse = async (): Promise<Asked> => {
    asked += 1
    return { outcome: 'refused' }
  }
  expect(await sendWaiting(phone, refuse)).toEqual({ outcome: 'done' })
  expect(new Set(phone.states())).toEqual(new Set(['refused']))
  const before = asked
  expect(await sendWaiting(phone, refuse)).toEqual({ outcome: 'done' })
  expect(asked).toBe(before)
})

test('tries come less and less often, and not before the shop wants them', () => {
  const pauses = [1, 2, 3, 4, 5, 6].reduce<Array<number>>(
    (all) => [...all, nextPause({ outcome: 'offline' }, all.at(-1) ?? 0)],
    [],
  )
  expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 120_000, 120_000])
  expect(nextPause({ outcome: 'done' }, 120_000)).toBe(5_000)
  expect(nextPause({ outcome: 'too-many', retryAfter: 300 }, 0)).toBe(300_000)
  expect(heldFor({ outcome: 'too-many' })).toBe(60_000)
  expect(heldFor({ outcome: 'not-answering', retryAfter: 5 })).toBe(5_000)
  expect(heldFor({ outcome: 'offline' })).toBe(0)
})
