import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#app/generated/prisma/client.ts'
import type { Env } from './env.server.ts'

export type Database = PrismaClient
/** Inside `db.$transaction(async (tx) => …)`: what a use case's steps take. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/**
 * One pool for Prisma and for the hot reads. Connections take the role `shop_app`,
 * which may not rewrite the ledger (prisma/grants.sql).
 */
export function createPool(env: Pick<Env, 'DATABASE_URL' | 'DATABASE_POOL_SIZE'>): pg.Pool {
  return new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    options: '-c role=shop_app',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  })
}

export function createDatabase(pool: pg.Pool): Database {
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}
