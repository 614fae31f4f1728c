import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { encodeCursor, isText, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { readBooth } from './booth-sheet.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'

export type BoothItem = {
  enterprise: string
  name: string
  nameEn: string
  divisionName: string
  divisionNameEn: string
  booth: string
  isSuspended: boolean
  /** Products chosen for this fair; none means all that it has on sale. */
  chosen: number
}
type Row = BoothItem & { id: number }

const pageSize = 50

/** In the order of the booths, which two enterprises may share. */
export async function listFairBooths(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
  after: string | null,
): Promise<Page<BoothItem>> {
  const [booth, id] = readCursor(after, isText, isIntegerId) ?? ['', 0]
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT e.id, e.slug AS enterprise, e.name, e.name_en AS "nameEn", d.name AS "divisionName",
      d.name_en AS "divisionNameEn", b.booth, e.status <> 'active' AS "isSuspended",
      (SELECT count(*)::int FROM exhibition_product s JOIN product p ON p.id = s.product_id
        WHERE s.exhibition_id = b.exhibition_id AND p.enterprise_id = e.id) AS chosen
    FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id JOIN division d ON d.code = e.division_code
    WHERE b.exhibition_id = ${fair.id} AND (b.booth, e.id) > (${booth}, ${id}::int)
    ORDER BY b.booth, e.id LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows.slice(0, pageSize).map(({ id: _, ...row }) => row),
    next: last ? encodeCursor([last.booth, last.id]) : null,
  }
}

export type Candidate = {
  slug: string
  name: string
  nameEn: string
  divisionName: string
  divisionNameEn: string
  booth: string | null
}

/** Enterprises by a part of their name, or their credit code; with the booth that they have. */
export async function findCandidates(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
  text: string,
): Promise<Array<Candidate>> {
  if (text === '') return []
  return await sqlOn(pool).$queryRaw<Array<Candidate>>`
    SELECT e.slug, e.name, e.name_en AS "nameEn", d.name AS "divisionName", d.name_en AS "divisionNameEn", b.booth
    FROM enterprise e JOIN division d ON d.code = e.division_code
    LEFT JOIN exhibition_booth b ON b.enterprise_id = e.id AND b.exhibition_id = ${fair.id}
    WHERE e.status = 'active' AND (strpos(e.name, ${text}) > 0 OR e.credit_code = upper(${text}) OR e.slug = ${text})
    ORDER BY b.booth IS NOT NULL, e.id LIMIT 12`
}

export type BoothAnswer =
  | 'assigned'
  | 'removed'
  | 'booth-needed'
  | 'booth-invalid'
  | 'not-found'
  | 'has-sales'
  | 'changed-meanwhile'

/** @param was the booth that the form showed, null for none: whoever moves a booth second is told */
export async function assignBooth(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  { enterprise, booth: typed, was }: { enterprise: string; booth: string; was: string | null },
): Promise<BoothAnswer> {
  const booth = readBooth(typed)
  if (!booth.ok) return booth.code
  return await changeFair<BoothAnswer>(changing, scope, fair, async (tx) => {
    const [found] = await tx.$queryRaw<Array<{ id: number }>>`
      SELECT id FROM enterprise WHERE slug = ${enterprise} AND status = 'active'`
    if (!found) return { answer: 'not-found', record: null }
    const written = await tx.$executeRaw`
      INSERT INTO exhibition_booth AS b (exhibition_id, enterprise_id, booth) VALUES (${fair.id}, ${found.id}, ${booth.value})
      ON CONFLICT (exhibition_id, enterprise_id) DO UPDATE SET booth = excluded.booth
        WHERE b.booth = ${was} OR b.booth = excluded.booth`
    if (written === 0) return { answer: 'changed-meanwhile', record: null }
    return {
      answer: 'assigned',
      record: {
        action: 'assign-booth',
        before: { enterprise, booth: was },
        after: { enterprise, booth: booth.value },
        enterpriseId: found.id,
      },
    }
  })
}

/** With it goes what it chose to show. What sold something stays: its sales are yet to be closed, or taken back (0016). */
export async function removeBooth(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  { enterprise, was }: { enterprise: string; was: string },
): Promise<BoothAnswer> {
  return await changeFair<BoothAnswer>(changing, scope, fair, async (tx) => {
    // Waits for sales that are arriving, which hold their booth; those that come later find none.
    const [found] = await tx.$queryRaw<Array<{ id: number }>>`
      SELECT e.id FROM exhibition_booth b JOIN enterprise e ON e.id = b.enterprise_id
      WHERE b.exhibition_id = ${fair.id} AND e.slug = ${enterprise} AND b.booth = ${was} FOR UPDATE OF b`
    if (!found) return { answer: 'changed-meanwhile', record: null }
    if (await hasSold(tx, fair, found.id)) return { answer: 'has-sales', record: null }
    await tx.$executeRaw`
      DELETE FROM exhibition_booth WHERE exhibition_id = ${fair.id} AND enterprise_id = ${found.id}`
    await tx.$executeRaw`
      DELETE FROM exhibition_product s USING product p
      WHERE s.exhibition_id = ${fair.id} AND p.id = s.product_id AND p.enterprise_id = ${found.id}`
    const before = { enterprise, booth: was }
    return { answer: 'removed', record: { action: 'remove-booth', before, enterpriseId: found.id } }
  })
}

async function hasSold(tx: Sql, fair: Fair, enterpriseId: number): Promise<boolean> {
  const sold = await tx.$queryRaw<Array<object>>`
    SELECT FROM sale_entry
    WHERE exhibition_id = ${fair.id} AND enterprise_id = ${enterpriseId} AND source = 'device' LIMIT 1`
  return sold.length > 0
}
