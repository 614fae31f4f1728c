import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { createDatabase, createPool, type Database } from '#app/platform/db.server.ts'
import { templateName } from './database-setup.ts'

export type TestDatabase = {
  db: Database
  /** As the shop connects: with the rights of shop_app. */
  pool: pg.Pool
  url: string
  /** For what the shop itself may not do: to look, to break a guard on purpose. */
  ownerUrl: string
}

/**
 * An empty migrated database of the file's own, dropped when its tests have ended:
 * `const { db, pool } = await useDatabase()` at the top of a `*.db.test.ts`.
 */
export async function useDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const postgres = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(postgres.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  const url = `${postgres.appUrl}${name}`
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: options.poolSize ?? 10 })
  const db = createDatabase(pool)
  afterAll(async () => {
    await db.$disconnect()
    if (!pool.ended) await pool.end()
    await asOwner(postgres.ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { db, pool, url, ownerUrl: `${postgres.ownerUrl}${name}` }
}

async function asOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${ownerUrl}postgres` })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
