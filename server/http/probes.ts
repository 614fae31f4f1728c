import { timingSafeEqual } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Pool } from 'pg'

export type Readiness = { isReady: boolean; reasons: ReadonlyArray<string> }

const patience = 2_000

/** Ready: the database answers, every migration of this version is applied, and nobody asked us to stop. */
export async function readReadiness(
  pool: Pool,
  migrations: ReadonlyArray<string>,
  isStopping: boolean,
): Promise<Readiness> {
  const reasons = isStopping ? ['stopping'] : []
  try {
    const applied = await appliedMigrations(pool)
    if (migrations.some((name) => !applied.has(name))) reasons.push('migrations')
  } catch {
    reasons.push('database')
  }
  return { isReady: reasons.length === 0, reasons }
}

async function appliedMigrations(pool: Pool): Promise<Set<string>> {
  const text =
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('the database is slow to answer')), patience)
  try {
    const { rows } = await Promise.race([pool.query<{ migration_name: string }>(text), late.promise])
    return new Set(rows.map((row) => row.migration_name))
  } finally {
    clearTimeout(timer)
  }
}

/** The migrations that came with this version. */
export async function listMigrations(folder: string): Promise<Array<string>> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

/** Metrics are for the machine itself, not for whom a proxy on it lets through, or for whoever has the token. */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  if (!isForwarded && isLoopback(socket.remoteAddress ?? '')) return true
  if (!token) return false
  const given = Buffer.from(headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected)
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
