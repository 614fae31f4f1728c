import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, inject } from 'vitest'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { createDatabase, createPool, type Database } from '#app/platform/db.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { templateName } from './database-setup.ts'

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
  /** Constraints taken away for a negative control; what becomes of its stock is then not looked at. */
  without?: ReadonlyArray<readonly [table: string, constraint: string]>
}

/**
 * An empty migrated database of the file's own: `const { db, pool } = await useDatabase()` at the top of a
 * `*.db.test.ts`. When its tests have ended no unit of stock may have been made or lost (T06); then it is dropped.
 */
export async function useDatabase({ poolSize = 10, without = [] }: Options = {}): Promise<TestDatabase> {
  const postgres = inject('postgres')
  const server = `${postgres.ownerUrl}postgres`
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = `${postgres.appUrl}${name}`
  const ownerUrl = `${postgres.ownerUrl}${name}`
  await withOwner(server, (owner) => owner.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`))
  for (const [table, constraint] of without)
    await withOwner(ownerUrl, (owner) => owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`))
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize })
  const db = createDatabase(pool)
  afterAll(async () => {
    await db.$disconnect()
    if (!pool.ended) await pool.end()
    const differences = await withOwner(ownerUrl, (owner) => findStockDifferences(sqlOn(owner)))
    await withOwner(server, (owner) => owner.query(`DROP DATABASE ${name} WITH (FORCE)`))
    if (without.length === 0) expect(differences, 'units of stock made or lost (T06)').toEqual([])
  })
  return { db, pool, url, ownerUrl }
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
