import { hash } from 'node:crypto'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { ApplicationFacts, ApplicationStatus } from './application.ts'
import type { DocumentView } from './document.ts'
import { listApplicationDocuments } from './document-rows.server.ts'

type Reading = Pick<Services, 'pool' | 'clock'>
export type OwnApplication = ApplicationFacts & {
  id: string
  status: ApplicationStatus
  /** Why it was returned or rejected. */
  reason: string | null
  submittedAt: Date | null
  divisionName: string
  divisionNameEn: string
  /** Once it is approved: whether the owner has come, and until when the link that was sent lets them in. */
  owner: 'joined' | 'invited' | 'lapsed' | null
  invitedUntil: Date | null
  documents: Array<DocumentView>
}

/** The applicant's own view, for whoever has the link. */
export async function findOwnApplication(
  { pool, clock }: Reading,
  token: string,
): Promise<OwnApplication | null> {
  const sql = sqlOn(pool)
  const now = clock.now()
  const [row] = await sql.$queryRaw<Array<Omit<OwnApplication, 'documents'>>>`
    SELECT a.id, a.name, a.name_en AS "nameEn", a.kind, a.division_code AS "divisionCode", a.town,
      a.credit_code AS "creditCode", a.food_licence AS "foodLicence", a.contact_name AS "contactName",
      a.contact_phone AS "contactPhone", a.story, a.status, a.reason, a.submitted_at AS "submittedAt",
      d.name AS "divisionName", d.name_en AS "divisionNameEn", o.open_until AS "invitedUntil",
      CASE WHEN o.has_owner THEN 'joined' WHEN o.open_until > ${now} THEN 'invited'
        WHEN o.application_id IS NOT NULL THEN 'lapsed' END AS owner
    FROM enterprise_application a JOIN division d ON d.code = a.division_code
    LEFT JOIN owner_link o ON o.application_id = a.id
    WHERE a.token_hash = ${hash('sha256', token)}`
  return row ? { ...row, documents: await listApplicationDocuments(sql, now, row.id) } : null
}

/** Its id alone, for what changes it. */
export async function findApplicationId(
  { pool }: Pick<Reading, 'pool'>,
  token: string,
): Promise<string | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<{ id: string }>>`
    SELECT id FROM enterprise_application WHERE token_hash = ${hash('sha256', token)}`
  return row?.id ?? null
}
