import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createDatabase, createPool } from '#app/platform/db.server.ts'
import { createMember } from '#tests/support/staff.ts'
import { busiest } from './fill-desks.ts'

export type StaffDesk = { home: string; headers: { cookie: string }; listing: string }

/** The owner of the enterprise with most to do, signed in, and a listing of theirs. */
export async function openStaffDesk(databaseUrl: string): Promise<StaffDesk> {
  const pool = createPool({ DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: 2 })
  const db = createDatabase(pool)
  try {
    const { rows } = await pool.query<{ id: number }>(`SELECT ${busiest} AS id`)
    const enterpriseId = rows[0]?.id ?? 0
    const owner = await createMember(db, enterpriseId)
    const { staffId } = owner.staff
    const token = await openStaffSession(db, systemClock, { staffId, isVerified: true, device: 'bench' })
    const { id } = await db.listing.findFirstOrThrow({ where: { enterpriseId } })
    return { home: `/enterprise/${owner.slug}`, headers: { cookie: `staff=${token}` }, listing: id }
  } finally {
    await db.$disconnect()
    await pool.end()
  }
}
