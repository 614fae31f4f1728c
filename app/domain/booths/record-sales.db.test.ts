import { describe, expect, test } from 'vitest'
import { createBooth, phoneSale } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import type { BoothSale } from './booth-sale.ts'
import { findCoded } from './match-goods.ts'
import { openTill } from './open-till.server.ts'
import { recordSales } from './record-sales.server.ts'

const database = await useDatabase({ poolSize: 12 })
const { db } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T10:00:00Z')
shop.clock.set(now)
const staff = await createOrganizer(db, 'exhibition-staff')
const booth = await createBooth(db)

const send = (sales: ReadonlyArray<unknown>, sentAt = now) =>
  recordSales(shop, staff, { sentAt: sentAt.toISOString(), sales: [...sales] })
const freeOf = async (variantId: number, pool = 'online') =>
  (await db.stock.findUniqueOrThrow({ where: { variantId_pool: { variantId, pool } } })).free

describe('an upload', () => {
  test('is counted once, however often and at once it comes', async () => {
    const own = await createBooth(db)
    const sales = [phoneSale(own), phoneSale(own, { grams: 730, amountFen: 1_825 })]
    const answers = await Promise.all([send(sales), send([...sales].reverse()), send([...sales, ...sales])])
    expect(answers.flat().filter(({ outcome }) => outcome === 'accepted').length).toBeGreaterThanOrEqual(2)
    expect(await send(sales)).toEqual(sales.map(({ ref }) => ({ ref, outcome: 'already' })))
    const entries = await db.saleEntry.findMany({ where: { enterpriseId: own.enterprise.id } })
    expect(entries.map(({ amountFen }) => Number(amountFen)).sort()).toEqual([1_825, 2_000])
    // What is weighed is none of the packed pieces.
    expect(await freeOf(own.goods.id)).toBe(99)
  })

  test('refuses a bad sale, with the reason, and takes the others', async () => {
    const other = await createBooth(db)
    const coming = await createFair(db, {})
    await db.exhibition.update({
      where: { id: coming.id },
      data: { startsAt: new Date('2026-11-25T00:00:00Z') },
    })
    const early = await createBooth(db, { fair: coming })
    const good = phoneSale(booth)
    const bad: Array<[BoothSale | unknown, string]> = [
      [phoneSale(booth, { amountFen: 0 }), 'malformed'],
      [phoneSale(booth, { amountFen: 12.5 }), 'malformed'],
      [null, 'malformed'],
      [phoneSale(booth, { sku: 'nul\0' }), 'malformed'],
      [phoneSale(booth, { sku: other.goods.sku }), 'unknown-goods'],
      [phoneSale(booth, { fair: 'nowhere' }), 'unknown-booth'],
      [phoneSale(booth, { fair: other.fair.slug }), 'unknown-booth'],
      [phoneSale(early), 'not-open-yet'],
    ]
    const answers = await send([...bad.map(([sale]) => sale), good])
    expect(answers.slice(0, -1)).toMatchObject(bad.map(([, reason]) => ({ outcome: 'refused', reason })))
    expect(answers.at(-1)).toEqual({ ref: good.ref, outcome: 'accepted' })
  })

  test('of one phone has the goods of two booths that use one number, each as its own', async () => {
    const own = await createBooth(db)
    const beside = await createBooth(db, { fair: own.fair })
    const both = [own, beside]
    const id = { in: both.map(({ goods }) => goods.id) }
    await db.variant.updateMany({ where: { id }, data: { articleNumber: '001' } })
    const sales = await Promise.all(
      both.map(async (at) => {
        const key = { exhibitionId: at.fair.id, enterpriseId: at.enterprise.id }
        const { goods } = await openTill(shop, 'zh', key)
        const found = findCoded(goods, '001')
        expect(found).toMatchObject({ sku: at.goods.sku, articleNumber: '001' })
        return phoneSale(at, { sku: found?.sku ?? null })
      }),
    )
    expect(await send(sales)).toEqual(sales.map(({ ref }) => ({ ref, outcome: 'accepted' })))
    const entries = await db.saleEntry.findMany({ where: { variantId: id }, orderBy: { variantId: 'asc' } })
    expect(entries.map(({ variantId, enterpriseId }) => [variantId, enterpriseId])).toEqual(
      both.map(({ goods, enterprise }) => [goods.id, enterprise.id]),
    )
  })

  test('after the end of the fair takes what was sold before it, however late, and nothing else', async () => {
    const own = await createBooth(db)
    const ended = new Date('2026-11-24T08:00:00Z')
    await db.exhibition.update({ where: { id: own.fair.id }, data: { endsAt: ended } })
    const at = (instant: Date) => phoneSale(own, { deviceAt: instant.toISOString() })
    const last = at(new Date(ended.getTime() - 1))
    expect(await send([last, at(ended), at(now)])).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'refused', reason: 'fair-over' },
      { outcome: 'refused', reason: 'fair-over' },
    ])
    expect(await send([last])).toEqual([{ ref: last.ref, outcome: 'already' }])
  })

  test('of a phone whose clock is wrong by a day counts on the right day, and keeps both times (T73)', async () => {
    for (const wrong of [-86_400_000, 86_400_000]) {
      const by = (instant: string) => new Date(Date.parse(instant) + wrong)
      const late = phoneSale(booth, { deviceAt: by('2026-11-23T15:59:59.999Z').toISOString() })
      const early = phoneSale(booth, { deviceAt: by('2026-11-23T16:00:00.000Z').toISOString() })
      await send([late, early], by(now.toISOString()))
      const [first, second] = await Promise.all(
        [late, early].map(({ ref }) => db.saleEntry.findFirstOrThrow({ where: { externalRef: ref } })),
      )
      expect(first!.occurredAt).toEqual(new Date('2026-11-23T15:59:59.999Z'))
      expect(second!.occurredAt).toEqual(new Date('2026-11-23T16:00:00.000Z'))
      expect(first!.deviceAt).toEqual(by('2026-11-23T15:59:59.999Z'))
    }
  })
})
