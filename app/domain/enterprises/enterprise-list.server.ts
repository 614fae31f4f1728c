import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { isIntegerId } from '#app/kernel/ids.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type DocumentState, documentState, warningDays } from './document.ts'
import type { EnterpriseKind } from './enterprise.ts'
import { mostTodos } from './todos.ts'

export type EnterpriseItem = {
  slug: string
  name: string
  nameEn: string
  kind: EnterpriseKind
  divisionName: string
  divisionNameEn: string
  isSuspended: boolean
  /** Of the paper that ends first, of those that it stands by. */
  documents: DocumentState
  endsOn: string | null
  /** Orders that should have left: only counted where the list asks for them, up to `mostTodos`. */
  lateOrders: number
  /** When the first of them should have. */
  lateSince: Date | null
}
export type EnterpriseFilter = {
  text: string
  division: string
  isSuspended: boolean
  /** Those with a paper that has expired, or ends soon. */
  documents: 'expired' | 'expiring' | ''
  /** Those with orders that should have left. */
  isLate: boolean
}
type Row = Omit<EnterpriseItem, 'documents'> & { id: number }

const pageSize = 30

/** In the order in which they joined; of a reviewer's own division only. */
export async function listEnterprises(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { text, division, isSuspended, documents, isLate, after }: EnterpriseFilter & { after: string | null },
): Promise<Page<EnterpriseItem>> {
  const now = clock.now()
  const [lastId] = readCursor(after, isIntegerId) ?? [0]
  const within = scope.divisionCode ?? (division || null)
  const rows = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT e.id, e.slug, e.name, e.name_en AS "nameEn", e.kind, d.name AS "divisionName",
      d.name_en AS "divisionNameEn", e.status = 'suspended' AS "isSuspended",
      to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn", w.late AS "lateOrders", w.since AS "lateSince"
    FROM enterprise e JOIN division d ON d.code = e.division_code
    LEFT JOIN LATERAL (
      SELECT min(expires_on) AS ends_on FROM standing_document WHERE enterprise_id = e.id
    ) p ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS late, min(due_at) AS since FROM (
        SELECT due_at FROM waiting_order WHERE ${isLate}::boolean AND enterprise_id = e.id ORDER BY paid_at LIMIT ${mostTodos}
      ) found WHERE due_at < ${now}
    ) w
    WHERE e.id > ${lastId}
      AND (${within}::text IS NULL OR e.division_code = ${within})
      AND (${text} = '' OR strpos(e.name, ${text}) > 0 OR e.credit_code = upper(${text}) OR e.slug = ${text})
      AND (NOT ${isSuspended}::boolean OR e.status = 'suspended')
      AND (NOT ${isLate}::boolean OR w.late > 0)
      AND (${documents} = '' OR (p.ends_on < ${shanghaiDay(now)}::date) = (${documents} = 'expired')
        AND p.ends_on <= ${shanghaiDay(now)}::date + ${warningDays[0]}::int)
    ORDER BY e.id LIMIT ${pageSize + 1}`
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows
      .slice(0, pageSize)
      .map(({ id: _, ...row }) => ({ ...row, documents: documentState(row.endsOn, now) })),
    next: last ? encodeCursor([last.id]) : null,
  }
}
