import { expect, test } from 'vitest'
import { raiseAlarm } from '#app/domain/notifications/alarms.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { createMetrics } from './metrics.server.ts'
import { sqlOn } from './sql.server.ts'

const { pool, db } = await useDatabase()
const pageCache = { size: () => ({ pages: 0, bytes: 0 }) } as Parameters<typeof createMetrics>[0]['pageCache']
const metrics = createMetrics({ pageCache, pool, live: { size: () => ({ watchers: 0 }) } })
const linesOf = async (name: string) =>
  (await metrics.read()).text.split('\n').filter((line) => line.startsWith(name))

test('open alarms and the oldest message that waits can be watched (T105)', async () => {
  const longAgo = new Date(Date.now() - 600_000)
  await raiseAlarm(sqlOn(pool), longAgo, { kind: 'paid-twice', reference: 'a' })
  await raiseAlarm(sqlOn(pool), longAgo, { kind: 'refund-failed', reference: 'b' })
  const row = { kind: 'order-paid', dedupeKey: 'x', payload: {}, createdAt: longAgo, availableAt: longAgo }
  await db.outboxMessage.create({ data: row })
  expect(await linesOf('alarms_open')).toEqual([
    'alarms_open{kind="paid-twice"} 1',
    'alarms_open{kind="refund-failed"} 1',
  ])
  expect(Number((await linesOf('outbox_oldest_seconds'))[0]?.split(' ')[1])).toBeGreaterThanOrEqual(600)
  await db.alarm.updateMany({ data: { resolvedAt: new Date() } })
  expect(await linesOf('alarms_open')).toEqual([])
})
