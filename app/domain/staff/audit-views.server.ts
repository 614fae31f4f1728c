import { after, day, isInstant, startOfDay } from '#app/kernel/clock.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { encodeCursor, type Page, readCursor } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import { binder, prepared, sqlOn } from '#app/platform/sql.server.ts'
import { type FieldChange, listChanges } from './audit.ts'
import type { AuditFilter } from './audit-filter.ts'
import type { OrganizerScope } from './scope.ts'

export type AuditItem = {
  id: string
  at: Date
  /** As the person was called then; the login finds the rest of what they did. */
  actor: string
  login: string | null
  action: string
  subjectKind: string
  subjectId: string
  place: string
  reason: string | null
  changes: Array<FieldChange>
}
type Row = Omit<AuditItem, 'changes' | 'place'> & {
  before: unknown
  after: unknown
  name: string | null
  nameEn: string | null
}
type Named = { staff: Array<string>; enterprises: Array<number> }

const pageSize = 50

/** The newest first. Each filter has its index in this order, so a page costs the same whatever the log holds. */
export async function searchAudit(
  { pool }: Pick<Services, 'pool'>,
  scope: OrganizerScope,
  locale: Locale,
  filter: AuditFilter,
  after: string | null,
): Promise<Page<AuditItem>> {
  const named = await findNamed({ pool }, filter)
  const { where, values } = conditionsOf(
    { ...filter, division: scope.divisionCode ?? filter.division },
    named,
    after,
  )
  const text = `
    SELECT a.id::text AS id, a.at, a.actor, s.login, a.action, a.subject_kind AS "subjectKind",
      a.subject_id AS "subjectId", a.before, a.after, a.reason,
      COALESCE(e.name, d.name) AS name, COALESCE(NULLIF(e.name_en, ''), e.name, d.name_en) AS "nameEn"
    FROM (SELECT * FROM audit_entry${where} ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}) a
    LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN enterprise e ON e.id = a.enterprise_id
    LEFT JOIN division d ON d.code = a.division_code
    ORDER BY a.at DESC, a.id DESC`
  const { rows } = await pool.query<Row>(prepared(text, values))
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    items: rows.slice(0, pageSize).map((row) => itemOf(row, locale)),
    next: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
  }
}

function itemOf({ before, after, name, nameEn, ...row }: Row, locale: Locale): AuditItem {
  return { ...row, place: inLocale(locale, name ?? '', nameEn ?? ''), changes: listChanges(before, after) }
}

/** Whom the words of the filter mean: nobody is found by the name of nobody. */
async function findNamed({ pool }: Pick<Services, 'pool'>, { who, enterprise }: AuditFilter): Promise<Named> {
  if (!who && !enterprise) return { staff: [], enterprises: [] }
  const [named] = await sqlOn(pool).$queryRaw<Array<Named>>`
    SELECT ARRAY(SELECT id::text FROM staff WHERE login = lower(${who}) OR name = ${who} LIMIT 20) AS staff,
      ARRAY(SELECT id FROM enterprise WHERE slug = lower(${enterprise}) OR name = ${enterprise} OR name_en = ${enterprise}
        LIMIT 20) AS enterprises`
  return named ?? { staff: [], enterprises: [] }
}

/** Only what is asked for is in the SQL, so that each question is planned for its own index. */
function conditionsOf(filter: AuditFilter, named: Named, after: string | null) {
  const bind = binder()
  const all = [
    filter.who === 'system' ? 'staff_id IS NULL' : filter.who && among(bind, 'staff_id', 'uuid', named.staff),
    filter.action && `action = ${bind.add(filter.action)}`,
    filter.kind && `subject_kind = ${bind.add(filter.kind)}`,
    filter.kind && filter.subject && `subject_id = ${bind.add(filter.subject)}`,
    filter.enterprise && among(bind, 'enterprise_id', 'int', named.enterprises),
    filter.division && `division_code = ${bind.add(filter.division)}`,
    filter.from && `at >= ${bind.add(startOfDay(filter.from).toISOString())}::timestamptz`,
    filter.to && `at < ${bind.add(following(filter.to))}::timestamptz`,
    ...afterCursor(bind, after),
  ].filter(Boolean)
  return { where: all.length > 0 ? ` WHERE ${all.join(' AND ')}` : '', values: bind.values }
}

function following(lastDay: string): string {
  return after(startOfDay(lastDay), day).toISOString()
}

type Binder = ReturnType<typeof binder>

/** One of them is an equality, by which an index is read in order. */
function among(bind: Binder, column: string, type: string, ids: ReadonlyArray<string | number>): string {
  if (ids.length === 1) return `${column} = ${bind.add(ids[0])}::${type}`
  return `${column} = ANY(${bind.add(ids)}::${type}[])`
}

function afterCursor(bind: Binder, after: string | null): Array<string> {
  const cursor = readCursor(after, isInstant, isBigId)
  return cursor ? [`(at, id) < (${bind.add(cursor[0])}::timestamptz, ${bind.add(cursor[1])}::bigint)`] : []
}
