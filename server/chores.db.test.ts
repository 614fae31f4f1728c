import { expect, test } from 'vitest'
import { after, hour } from '#app/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { takeChore } from './chores.ts'

const { pool } = await useDatabase()
const noon = new Date('2026-11-24T04:00:00Z')

test('of many processes one does a chore, once a period, however often they are started', async () => {
  const take = (now: Date) =>
    Promise.all(Array.from({ length: 8 }, () => takeChore(pool, 'stock', hour, now)))
  const taken = async (now: Date) => (await take(now)).filter(Boolean).length
  expect(await taken(noon)).toBe(1)
  expect(await taken(after(noon, hour / 2))).toBe(0)
  expect(await taken(after(noon, hour))).toBe(1)
  expect(await takeChore(pool, 'rollups', hour, noon)).toBe(true)
})
