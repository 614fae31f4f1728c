import type { EnterpriseRole } from '#app/domain/staff/roles.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import type { DocumentView } from './document.ts'
import { listEnterpriseDocuments } from './document-rows.server.ts'
import type { EnterpriseKind } from './enterprise.ts'
import { findLicenceWarnings, type LicenceWarning } from './food-licence.ts'

type Member = { name: string; login: string; role: EnterpriseRole; isDisabled: boolean }
export type EnterpriseRecord = {
  slug: string
  name: string
  nameEn: string
  kind: EnterpriseKind
  divisionName: string
  divisionNameEn: string
  town: string | null
  creditCode: string
  foodLicence: string | null
  phone: string
  feeBasisPoints: number
  openedAt: Date
  suspendedAt: Date | null
  /** Counted up to a thousand. */
  goods: number
  openOrders: number
  warnings: Array<LicenceWarning>
  documents: Array<DocumentView>
  members: Array<Member>
  /** Why it is suspended. */
  reason: string | null
}
type Row = Omit<EnterpriseRecord, 'warnings' | 'documents' | 'members' | 'reason'> & {
  id: number
  divisionCode: string
}

/** What organizers know of an enterprise; null in another division than the reviewer's. */
export async function findEnterpriseRecord(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  slug: string,
): Promise<EnterpriseRecord | null> {
  const sql = sqlOn(pool)
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT e.id, e.slug, e.name, e.name_en AS "nameEn", e.kind, e.division_code AS "divisionCode",
      d.name AS "divisionName", d.name_en AS "divisionNameEn", e.town, e.credit_code AS "creditCode",
      e.food_licence AS "foodLicence", e.phone, e.fee_basis_points AS "feeBasisPoints", e.opened_at AS "openedAt",
      e.suspended_at AS "suspendedAt",
      (SELECT count(*)::int FROM (SELECT FROM product
        WHERE enterprise_id = e.id AND status IN ('published', 'suspended') LIMIT 1000) few) AS goods,
      (SELECT count(*)::int FROM (SELECT FROM shop_order
        WHERE enterprise_id = e.id AND status IN ('to-ship', 'partly-shipped') LIMIT 1000) few) AS "openOrders"
    FROM enterprise e JOIN division d ON d.code = e.division_code
    WHERE e.slug = ${slug} AND (${scope.divisionCode}::text IS NULL OR e.division_code = ${scope.divisionCode})`
  if (!row) return null
  const { id, divisionCode, ...record } = row
  return {
    ...record,
    warnings: row.foodLicence === null ? [] : findLicenceWarnings(row.foodLicence, divisionCode),
    documents: await listEnterpriseDocuments(sql, clock.now(), id),
    members: await listMembers(sql, id),
    reason: await findSuspensionReason(sql, slug),
  }
}

async function listMembers(sql: Sql, enterpriseId: number): Promise<Array<Member>> {
  return await sql.$queryRaw<Array<Member>>`
    SELECT s.name, s.login, m.role, s.status = 'disabled' AS "isDisabled"
    FROM membership m JOIN staff s ON s.id = m.staff_id
    WHERE m.enterprise_id = ${enterpriseId} ORDER BY m.role = 'owner' DESC, m.created_at LIMIT 100`
}

/** What was said when it was last suspended. */
export async function findSuspensionReason(sql: Sql, slug: string): Promise<string | null> {
  const [entry] = await sql.$queryRaw<Array<{ reason: string | null }>>`
    SELECT reason FROM audit_entry
    WHERE subject_kind = 'enterprise' AND subject_id = ${slug} AND action = 'suspend-enterprise'
    ORDER BY id DESC LIMIT 1`
  return entry?.reason ?? null
}
