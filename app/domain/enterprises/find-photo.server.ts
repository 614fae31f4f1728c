import { type EnterpriseScope, type OrganizerScope, organizerMay } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { PhotoName } from './document.ts'

type Reading = Pick<Services, 'pool'>
type Row = { key: string | null }

/** A photo of one's own enterprise. */
export async function findOwnPhoto(
  { pool }: Reading,
  scope: EnterpriseScope,
  { documentId, index }: PhotoName,
): Promise<string | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT file_keys[${index + 1}::int] AS key FROM enterprise_document
    WHERE id = ${documentId}::uuid AND enterprise_id = ${scope.enterpriseId}`
  return row?.key ?? null
}

/** Of an enterprise, and of an application for those who review them; of a reviewer's own division only. */
export async function findReviewedPhoto(
  { pool }: Reading,
  scope: OrganizerScope,
  { documentId, index }: PhotoName,
): Promise<string | null> {
  const reviews = organizerMay(scope, 'recommend-applications')
  const [row] = await sqlOn(pool).$queryRaw<Array<Row>>`
    SELECT d.file_keys[${index + 1}::int] AS key FROM enterprise_document d
    LEFT JOIN enterprise e ON e.id = d.enterprise_id
    LEFT JOIN enterprise_application a ON a.id = d.application_id AND a.status <> 'draft'
    WHERE d.id = ${documentId}::uuid AND (e.id IS NOT NULL OR (a.id IS NOT NULL AND ${reviews}::boolean))
      AND (${scope.divisionCode}::text IS NULL OR COALESCE(e.division_code, a.division_code) = ${scope.divisionCode})`
  return row?.key ?? null
}
