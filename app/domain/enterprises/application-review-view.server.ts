import { type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, sqlOn } from '#app/platform/sql.server.ts'
import { type ApplicationFacts, type ApplicationStatus, isOpen } from './application.ts'
import type { DocumentView } from './document.ts'
import { listApplicationDocuments } from './document-rows.server.ts'
import { findLicenceWarnings, type LicenceWarning } from './food-licence.ts'

type ReviewStep = { action: string; actor: string; at: Date; reason: string | null }
export type ReviewAct = 'recommend' | 'approve' | 'return' | 'reject' | 'send-link'
export type ApplicationReview = ApplicationFacts & {
  id: string
  status: ApplicationStatus
  version: number
  reason: string | null
  submittedAt: Date
  divisionName: string
  divisionNameEn: string
  /** Of the enterprise that came of it. */
  enterpriseSlug: string | null
  warnings: Array<LicenceWarning>
  documents: Array<DocumentView>
  history: Array<ReviewStep>
  /** What the reader may do with it now. */
  acts: Array<ReviewAct>
  /** Because they recommended it, another must decide. */
  isBound: boolean
}
type Row = Omit<ApplicationReview, 'warnings' | 'documents' | 'history' | 'acts' | 'isBound'> & {
  recommendedBy: string | null
}

/** Null for a draft, and for a reviewer of another division. */
export async function findApplicationReview(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
): Promise<ApplicationReview | null> {
  const sql = sqlOn(pool)
  const [row] = await sql.$queryRaw<Array<Row>>`
    SELECT a.id, a.name, a.name_en AS "nameEn", a.kind, a.division_code AS "divisionCode", a.town,
      a.credit_code AS "creditCode", a.food_licence AS "foodLicence", a.contact_name AS "contactName",
      a.contact_phone AS "contactPhone", a.story, a.status, a.version, a.reason, a.submitted_at AS "submittedAt",
      a.recommended_by AS "recommendedBy", d.name AS "divisionName", d.name_en AS "divisionNameEn",
      e.slug AS "enterpriseSlug"
    FROM enterprise_application a JOIN division d ON d.code = a.division_code
    LEFT JOIN enterprise e ON e.id = a.enterprise_id
    WHERE a.id = ${id}::uuid AND a.status <> 'draft'
      AND (${scope.divisionCode}::text IS NULL OR a.division_code = ${scope.divisionCode})`
  if (!row) return null
  const { recommendedBy, ...application } = row
  const { foodLicence, divisionCode } = row
  return {
    ...application,
    warnings: foodLicence === null ? [] : findLicenceWarnings(foodLicence, divisionCode),
    documents: await listApplicationDocuments(sql, clock.now(), id),
    history: await listHistory(sql, id),
    acts: actsOn(row, scope),
    isBound: row.status === 'recommended' && recommendedBy === scope.staff.staffId,
  }
}

function actsOn({ status, recommendedBy }: Row, scope: OrganizerScope): Array<ReviewAct> {
  const isReviewer = organizerMay(scope, 'recommend-applications')
  const isCity = organizerMay(scope, 'decide-applications')
  const isFree = isCity && recommendedBy !== scope.staff.staffId
  const may: Record<ReviewAct, boolean> = {
    recommend: isReviewer && status === 'submitted',
    approve: isFree && status === 'recommended',
    return: (isReviewer && status === 'submitted') || (isCity && status === 'recommended'),
    reject: isFree && isOpen(status),
    'send-link': isCity && isOpen(status),
  }
  return Object.entries(may).flatMap(([act, mayNow]) => (mayNow ? [act as ReviewAct] : []))
}

async function listHistory(sql: Sql, id: string): Promise<Array<ReviewStep>> {
  return await sql.$queryRaw<Array<ReviewStep>>`
    SELECT action, actor, at, reason FROM audit_entry
    WHERE subject_kind = 'application' AND subject_id = ${id} ORDER BY audit_entry.id LIMIT 50`
}
