import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, inject } from 'vitest'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { findRollupDifferences } from '#app/domain/sales/check-rollups.server.ts'
import { findStatementDifferences } from '#app/domain/settlements/check-statements.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { createDatabase, createPool, type Database } from '#app/platform/db.server.ts'
import { sampleSessionSecret } from '#app/platform/env.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { templateName } from './database-setup.ts'

const seededName = 'seeded'

export type TestDatabase = {
  db: Database
  /** As the shop connects: with the rights of shop_app. */
  pool: pg.Pool
  url: string
  /** For what the shop itself may not do: to look, to break a guard on purpose. */
  ownerUrl: string
}

type Options = {
  poolSize?: number
  /** With the demonstration catalogue, without its pictures. */
  seeded?: boolean
  /** Constraints taken away for a negative control. */
  without?: ReadonlyArray<readonly [table: string, constraint: string]>
  /** False where a test breaks the books on purpose. */
  checksBooks?: boolean
}

/**
 * An empty migrated database of the file's own: `const { db, pool } = await useDatabase()` at the top of a
 * `*.db.test.ts`. When its tests have ended, no unit of stock may have been made or lost (T06), the ledger must hold
 * what the orders took in and gave back, and the rollups and statements its sums; then it is dropped.
 */
export async function useDatabase(options: Options = {}): Promise<TestDatabase> {
  const { poolSize = 10, seeded = false, without = [], checksBooks = without.length === 0 } = options
  const postgres = inject('postgres')
  const server = `${postgres.ownerUrl}postgres`
  if (seeded) await ensureSeeded(server)
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = `${postgres.appUrl}${name}`
  const ownerUrl = `${postgres.ownerUrl}${name}`
  await withOwner(server, (owner) =>
    owner.query(`CREATE DATABASE ${name} TEMPLATE ${seeded ? seededName : templateName}`),
  )
  for (const [table, constraint] of without)
    await withOwner(ownerUrl, (owner) => owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`))
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize })
  const db = createDatabase(pool)
  afterAll(async () => {
    await db.$disconnect()
    if (!pool.ended) await pool.end()
    const books = await withOwner(ownerUrl, async (owner) => ({
      stock: await findStockDifferences(sqlOn(owner)),
      rollups: await findRollupDifferences(sqlOn(owner)),
      orders: await findOrderDifferences(sqlOn(owner)),
      statements: await findStatementDifferences(sqlOn(owner)),
    }))
    await withOwner(server, (owner) => drop(owner, name))
    const nothing = { stock: [], rollups: [], orders: [], statements: [] }
    if (checksBooks) expect(books, 'differences in the books').toEqual(nothing)
  })
  return { db, pool, url, ownerUrl }
}

/**
 * A pool that has ended is done before its connections have left: cut off on their way, they would tell of it by an error
 * that nobody awaits. So PostgreSQL waits for them, five seconds at most, and cuts off those that nobody has ended.
 */
async function drop(owner: pg.Client, name: string): Promise<void> {
  const left = await owner.query(`DROP DATABASE ${name}`).catch(() => null)
  if (!left) await owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
}

/** The first file that wants it makes it; others wait, and clone it too. */
async function ensureSeeded(server: string): Promise<void> {
  await withOwner(server, async (owner) => {
    await owner.query(`SELECT pg_advisory_lock(hashtext('${seededName}'))`)
    const { rowCount } = await owner.query(`SELECT FROM pg_database WHERE datname = '${seededName}'`)
    if (rowCount) return
    const { seed } = await import('#prisma/seed/seed.ts')
    await owner.query(`CREATE DATABASE seeding TEMPLATE ${templateName}`)
    await withOwner(server.replace(/postgres$/, 'seeding'), async (client) => {
      await seed(client, {
        dataDir: '',
        sessionSecret: sampleSessionSecret,
        say: () => undefined,
        pictures: false,
      })
      await client.query('VACUUM ANALYZE')
    })
    await owner.query(`ALTER DATABASE seeding RENAME TO ${seededName}`)
  })
}

/** One connection with every right. */
export async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** How many wait for a lock of this database. */
export function countWaiting(ownerUrl: string): Promise<number> {
  return withOwner(ownerUrl, async (owner) => {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return (await owner.query(waiting)).rowCount ?? 0
  })
}
