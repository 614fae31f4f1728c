import { writeOutbox } from '#app/domain/notifications/outbox.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { warningDays } from './document.ts'

type Warning = { id: string; days: number; leftDays: number; staffId: string; slug: string; name: string }

const [first, second, last] = warningDays

/**
 * Chore: tells owners of papers that end within thirty days, within seven, and today, which they still count. Each is told
 * once; whoever was told of none in time is told of the nearest. A paper that was renewed, or that another of its
 * kind outlives, ends quietly.
 */
export async function warnOfDocuments({ pool, clock }: Pick<Services, 'pool' | 'clock'>): Promise<number> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const warnings = await tx.$queryRaw<Array<Warning>>`
      WITH ending AS (
        SELECT id, left_days, CASE WHEN left_days <= ${last} THEN ${last} WHEN left_days <= ${second} THEN ${second}
          ELSE ${first} END::int AS days
        FROM (
          SELECT id, expires_on - ${shanghaiDay(now)}::date AS left_days FROM standing_document
          WHERE expires_on <= ${shanghaiDay(now)}::date + ${first}::int
        ) d
      ), warned AS (
        UPDATE enterprise_document d SET warned_days = e.days FROM ending e
        WHERE d.id = e.id AND (d.warned_days IS NULL OR d.warned_days > e.days)
        RETURNING d.id, d.enterprise_id, e.days, e.left_days
      )
      SELECT w.id, w.days, w.left_days AS "leftDays", m.staff_id AS "staffId", e.slug, e.name
      FROM warned w JOIN enterprise e ON e.id = w.enterprise_id
      JOIN membership m ON m.enterprise_id = e.id AND m.role = 'owner'`
    for (const { id, days, leftDays, staffId, slug, name } of warnings) {
      await writeOutbox(tx, now, {
        kind: kindOf(leftDays),
        dedupeKey: `document:${id}:${days}:${staffId}`,
        locale: 'zh',
        to: staffId,
        place: name,
        days,
        path: `/enterprise/${slug}/documents`,
      })
    }
    return warnings.length
  })
}

function kindOf(leftDays: number) {
  if (leftDays > 0) return 'document-expiring'
  return leftDays === 0 ? 'document-ending-today' : 'document-expired'
}
