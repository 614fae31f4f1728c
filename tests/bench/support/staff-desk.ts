import type { Pool } from 'pg'
import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool, type Database } from '#app/platform/db.server.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { busiest } from './fill-desks.ts'

export type StaffDesk = { home: string; headers: { cookie: string }; listing: string }

/** The owner of the enterprise with most to do, signed in, and a listing of theirs. */
export function openStaffDesk(databaseUrl: string): Promise<StaffDesk> {
  return withDatabase(databaseUrl, async (db, pool) => {
    const { rows } = await pool.query<{ id: number }>(`SELECT ${busiest} AS id`)
    const enterpriseId = rows[0]?.id ?? 0
    const owner = await createMember(db, enterpriseId)
    const { id } = await db.listing.findFirstOrThrow({ where: { enterpriseId } })
    return { home: `/enterprise/${owner.slug}`, headers: await signIn(db, owner), listing: id }
  })
}

/** Somebody of the city, signed in: what their requests say of them. */
export function openOrganizerDesk(databaseUrl: string): Promise<{ cookie: string }> {
  return withDatabase(databaseUrl, async (db) => await signIn(db, await createOrganizer(db)))
}

async function signIn(
  db: Database,
  { staff }: EnterpriseScope | OrganizerScope,
): Promise<{ cookie: string }> {
  const session = { staffId: staff.staffId, isVerified: true, device: 'bench' }
  return { cookie: `staff=${await openStaffSession(db, systemClock, session)}` }
}

async function withDatabase<T>(url: string, work: (db: Database, pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 2 })
  const db = createDatabase(pool)
  try {
    return await work(db, pool)
  } finally {
    await db.$disconnect()
    await pool.end()
  }
}
