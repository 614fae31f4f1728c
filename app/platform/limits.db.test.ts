import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { createPool } from './db.server.ts'
import { createLimits } from './limits.server.ts'
import { requireTurn } from './require-turn.server.ts'

const { pool, url } = await useDatabase()

test('a limit holds across processes, for each key by itself', async () => {
  const otherPool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 5 })
  const [here, there] = [createLimits(pool), createLimits(otherPool)]
  const tries = Array.from({ length: 20 }, (_, index) =>
    (index % 2 ? here : there).take('staff-sign-in:login', '13800000001'),
  )
  const taken = await Promise.all(tries)
  expect(taken.filter(({ ok }) => ok)).toHaveLength(5)
  for (const refusal of taken) if (!refusal.ok) expect(refusal.detail.retryAfterSeconds).toBeGreaterThan(50)
  expect(await there.take('staff-sign-in:login', '13800000002')).toEqual({ ok: true })
  expect(await there.take('staff-sign-in:address', '13800000001')).toEqual({ ok: true })
  await otherPool.end()
})

test('good faith starts anew, and the table knows no phone', async () => {
  const limits = createLimits(pool)
  for (let count = 0; count < 5; count += 1) await limits.take('staff-sign-in:login', '13811112222')
  expect((await limits.take('staff-sign-in:login', '13811112222')).ok).toBe(false)
  await limits.forgive('staff-sign-in:login', '13811112222')
  expect((await limits.take('staff-sign-in:login', '13811112222')).ok).toBe(true)
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM rate_limit')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ key }) => key.includes('138'))).toEqual([])
})

test('who clicks on and on is answered with 429 and when to come back', async () => {
  const limits = createLimits(pool)
  for (let click = 0; click < 30; click += 1) await requireTurn('pay:order', 'one order', { limits })
  await requireTurn('pay:order', 'another order', { limits })
  const refusal = await requireTurn('pay:order', 'one order', { limits }).catch((thrown) => thrown)
  expect(refusal).toMatchObject({ status: 429 })
  expect(Number(refusal.headers.get('Retry-After'))).toBeGreaterThan(0)
})
