import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant, shanghaiDay } from '#app/kernel/clock.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { certifiedGoods, lastWarnedDay } from './paper-rules.ts'
import { type QueueQuery, slugOf } from './queue-query.ts'

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
  /** When it was handed in; of what does not wait, when it was last touched. */
  at: Date
  submittedBy: string
}

const pageSize = 20

/** What waits for a decision, the oldest first: of the reviewer's own division, or of the whole city. */
export async function listSubmissions(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  { divisionCode }: OrganizerScope,
  { kind, enterprise, division, text, after }: QueueQuery,
): Promise<Page<Submission>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isUuid) ?? [null, null]
  const within = divisionCode ?? (division || null)
  const until = lastWarnedDay(shanghaiDay(clock.now()))
  const rows = await sqlOn(pool).$queryRaw<Array<Submission>>`
    SELECT l.id, l.title, l.draft ->> 'titleEn' AS "titleEn", l.picture_key AS "pictureKey", e.name AS enterprise, d.code AS "divisionCode",
      d.name AS division, d.name_en AS "divisionEn", l.product_id IS NULL AS "isNew", l.submitted_at AS at, coalesce(s.name, '') AS "submittedBy"
    FROM listing l JOIN enterprise e ON e.id = l.enterprise_id JOIN division d ON d.code = e.division_code
      LEFT JOIN product p ON p.id = l.product_id LEFT JOIN staff s ON s.id = l.submitted_by
    WHERE l.status = 'submitted' AND (${within}::text IS NULL OR e.division_code = ${within})
      AND (${enterprise} = '' OR strpos(e.name, ${enterprise}) > 0 OR e.slug = ${enterprise})
      AND (${text} = '' OR p.slug = ${slugOf(text)} OR strpos(l.title, ${text}) > 0)
      AND CASE ${kind}::text WHEN 'new' THEN l.product_id IS NULL WHEN 'change' THEN l.product_id IS NOT NULL
        WHEN 'ending-papers' THEN p.subcategory_code ~ ${certifiedGoods} AND NOT EXISTS (
          SELECT FROM batch b WHERE b.product_id = p.id AND (b.expires_on IS NULL OR b.expires_on > ${until}::date)
            AND NOT jsonb_path_exists(b.papers, '$[*] ? (@.expiresOn <= $until)', jsonb_build_object('until', ${until}::text))
        ) ELSE true END
      AND (${lastAt}::timestamptz IS NULL OR (l.submitted_at, l.id) > (${lastAt}::timestamptz, ${lastId}::uuid))
    ORDER BY l.submitted_at, l.id LIMIT ${pageSize + 1}`
  return toPage(rows)
}

/**
 * What can be taken down, and what was, the last touched first. What is published is found by its enterprise or by its
 * address: nobody looks through a whole catalogue.
 */
export async function findPublished(
  { pool }: Pick<Services, 'pool'>,
  { divisionCode }: OrganizerScope,
  { state, enterprise, division, text, after }: QueueQuery,
): Promise<Page<Submission>> {
  const [lastAt, lastId] = readCursor(after, isInstant, isUuid) ?? [null, null]
  const within = divisionCode ?? (division || null)
  const slug = slugOf(text)
  const rows = await sqlOn(pool).$queryRaw<Array<Submission>>`
    WITH found AS (
      SELECT id FROM listing WHERE ${state} = 'barred' AND barred_at IS NOT NULL
      UNION ALL
      SELECT l.id FROM product p JOIN listing l ON l.product_id = p.id WHERE ${state} = 'published' AND p.slug = ${slug}
      UNION ALL
      SELECT l.id FROM enterprise e JOIN listing l ON l.enterprise_id = e.id AND l.product_id IS NOT NULL
      WHERE ${state} = 'published' AND ${slug}::text IS NULL AND ${enterprise} <> ''
        AND (e.slug = ${enterprise} OR strpos(e.name, ${enterprise}) > 0)
    )
    SELECT l.id, l.title, p.title_en AS "titleEn", l.picture_key AS "pictureKey", e.name AS enterprise, d.code AS "divisionCode",
      d.name AS division, d.name_en AS "divisionEn", false AS "isNew", l.updated_at AS at, '' AS "submittedBy"
    FROM found JOIN listing l USING (id) JOIN product p ON p.id = l.product_id
      JOIN enterprise e ON e.id = l.enterprise_id JOIN division d ON d.code = e.division_code
    WHERE (${within}::text IS NULL OR e.division_code = ${within})
      AND (${state} = 'barred' OR p.status IN ('published', 'suspended'))
      AND (${enterprise} = '' OR strpos(e.name, ${enterprise}) > 0 OR e.slug = ${enterprise})
      AND (${text} = '' OR p.slug = ${slug} OR strpos(l.title, ${text}) > 0)
      AND (${lastAt}::timestamptz IS NULL OR (l.updated_at, l.id) < (${lastAt}::timestamptz, ${lastId}::uuid))
    ORDER BY l.updated_at DESC, l.id DESC LIMIT ${pageSize + 1}`
  return toPage(rows)
}

function toPage(rows: ReadonlyArray<Submission>): Page<Submission> {
  const items = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? items.at(-1) : undefined
  return { items, next: last ? encodeCursor([last.at.toISOString(), last.id]) : null }
}
