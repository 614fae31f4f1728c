import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

export type Submission = {
  id: string
  title: string
  titleEn: string
  pictureKey: string | null
  enterprise: string
  divisionCode: string
  division: string
  divisionEn: string
  /** Never published before. */
  isNew: boolean
  submittedAt: Date
  submittedBy: string
}

const pageSize = 20

/** What waits for a decision, the oldest first: of the reviewer's own division, or of the whole city. */
export async function listSubmissions(
  { pool }: Pick<Services, 'pool'>,
  { divisionCode }: OrganizerScope,
  after: string | null,
): Promise<Page<Submission>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isUuid) ?? [null, null]
  const rows = await sqlOn(pool).$queryRaw<Array<Submission>>`
    SELECT l.id, l.title, l.draft ->> 'titleEn' AS "titleEn", l.picture_key AS "pictureKey", e.name AS enterprise, d.code AS "divisionCode",
      d.name AS division, d.name_en AS "divisionEn", l.product_id IS NULL AS "isNew", l.submitted_at AS "submittedAt", coalesce(s.name, '') AS "submittedBy"
    FROM listing l JOIN enterprise e ON e.id = l.enterprise_id JOIN division d ON d.code = e.division_code
      LEFT JOIN staff s ON s.id = l.submitted_by
    WHERE l.status = 'submitted' AND (${divisionCode}::text IS NULL OR e.division_code = ${divisionCode})
      AND (${lastAt}::timestamptz IS NULL OR (l.submitted_at, l.id) > (${lastAt}::timestamptz, ${lastId}::uuid))
    ORDER BY l.submitted_at, l.id LIMIT ${pageSize + 1}`
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.submittedAt.toISOString(), last.id]) : null }
}
