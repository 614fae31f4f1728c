import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createVariant } from '#tests/support/goods.ts'
import { readMetric } from '#tests/support/metrics.ts'
import { useShopProcesses } from '#tests/support/shop-processes.ts'
import { openTill } from '#tests/support/till.ts'

const database = await useDatabase()
const shop = await useShopProcesses(database, await openTill(database))
const fair = await createFair(database.db, { isPublished: true, hasPublicFigure: true })
const goods = await createVariant(database.db)

/** So that everybody who still watches is told something. */
async function sell(): Promise<void> {
  const where = { exhibitionId: fair.id, enterpriseId: goods.enterpriseId, variantId: goods.id }
  await withTransaction(database.pool, (tx) =>
    appendEntries(tx, new Date(), [boothEntry(where, { amountFen: 1 })], 'payment'),
  )
}

// A file of its own: most of its minute is waiting for connections to be given up.
test('of 10,000 connections that come and go, some without a word, nothing is left after a minute (T80)', async () => {
  const port = Number(new URL(shop.url).port)
  const request = `GET /live/exhibitions/${fair.slug} HTTP/1.1\r\nhost: x\r\n\r\n`
  const silent: Array<ReturnType<typeof connect>> = []
  async function comeAndGo(index: number): Promise<void> {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(request)
    if (index % 3) await new Promise((resolve) => socket.once('data', resolve).once('close', resolve))
    if (index % 200 === 1) silent.push(socket.pause())
    else if (index % 2) socket.destroy()
    else socket.resetAndDestroy()
  }
  await comeAndGo(0)
  const handles = () => readMetric(shop.url, 'nodejs_active_handles_total')
  const before = await handles()
  for (let index = 0; index < 10_000; index += 50)
    await Promise.all(Array.from({ length: 50 }, (_, next) => comeAndGo(index + next)))
  const from = performance.now()
  await sell()
  const watchers = () => readMetric(shop.url, 'live_watchers')
  await expect.poll(watchers, { interval: 500, timeout: 65_000 }).toBe(0)
  await expect.poll(handles, { interval: 500, timeout: 10_000 }).toBeLessThanOrEqual(before + 3)
  const seconds = Math.round((performance.now() - from) / 1_000)
  process.stdout.write(
    `after 10,000 connections, ${silent.length} of them silent, the last is let go of after ${seconds} s\n`,
  )
  for (const socket of silent) socket.destroy()
}, 240_000)
