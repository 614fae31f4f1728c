import { expect, test } from 'vitest'
import { createBooth, phoneSale } from '#tests/support/booths.ts'
import { shopServices } from '#tests/support/checkout.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { recordSales } from './record-sales.server.ts'

const connections = 8
const database = await useDatabase({ poolSize: connections })
const { db } = database
const shop = shopServices(database)
const now = new Date('2026-11-24T10:00:00Z')
shop.clock.set(now)
const staff = await createOrganizer(db, 'exhibition-staff')

test('300 phones send 200 sales each in random order, 1 to 5 times: 60,000 lines, equal to the fen (T72)', async () => {
  const fair = await createFair(db)
  const booths = await Promise.all(Array.from({ length: 60 }, () => createBooth(db, { fair, free: 1_000 })))
  let sum = 0
  const uploads = Array.from({ length: 300 }, (_, phone) => {
    const sales = Array.from({ length: 200 }, (_, index) => {
      const amountFen = 1 + Math.floor(Math.random() * 30_000)
      sum += amountFen
      const ago = Math.floor(Math.random() * 86_400_000)
      return phoneSale(booths[phone % 60]!, {
        amountFen,
        ...(index % 5 === 0 && { sku: null, goodsName: `散装${index}` }),
        deviceAt: new Date(now.getTime() - ago).toISOString(),
      })
    })
    const copies = sales.flatMap((sale) =>
      Array.from({ length: 1 + Math.floor(Math.random() * 5) }, () => sale),
    )
    return cut(shuffle(copies), 200)
  })
  const waiting = shuffle(uploads.flat())
  const sent = waiting.length
  const from = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let batch = waiting.pop(); batch; batch = waiting.pop())
        await recordSales(shop, staff, { sentAt: now.toISOString(), sales: batch })
    }),
  )
  const seconds = (performance.now() - from) / 1_000
  const [total] = await db.saleRollup.findMany({
    where: { exhibitionId: fair.id, dimension: 'all', grain: 'total' },
  })
  expect(await db.saleEntry.count({ where: { exhibitionId: fair.id } })).toBe(60_000)
  expect([total!.entries, Number(total!.amountFen)]).toEqual([60_000, sum])
  console.info(`60,000 lines in ${sent} uploads: ${Math.round(60_000 / seconds)} new lines/s`)
}, 240_000)

function shuffle<T>(items: ReadonlyArray<T>): Array<T> {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function cut<T>(items: ReadonlyArray<T>, size: number): Array<Array<T>> {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
