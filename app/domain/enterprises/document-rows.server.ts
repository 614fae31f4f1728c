import type { Sql } from '#app/platform/sql.server.ts'
import { type DocumentView, documentState } from './document.ts'
import type { NewDocument } from './read-document.server.ts'

type Row = Omit<DocumentView, 'state'> & { isOutlived: boolean }

/** The papers of an application, in the order in which they were added. */
export async function listApplicationDocuments(
  sql: Sql,
  now: Date,
  applicationId: string,
): Promise<Array<DocumentView>> {
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT id, kind, number, to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", cardinality(file_keys) AS photos,
      false AS "isOutlived"
    FROM enterprise_document WHERE application_id = ${applicationId}::uuid ORDER BY id LIMIT 100`
  return rows.map((row) => toView(row, now))
}

/** The papers of an enterprise that count today, the first to end first. */
export async function listEnterpriseDocuments(
  sql: Sql,
  now: Date,
  enterpriseId: number,
): Promise<Array<DocumentView>> {
  const rows = await sql.$queryRaw<Array<Row>>`
    SELECT id, kind, number, to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", cardinality(file_keys) AS photos,
      NOT EXISTS (SELECT FROM standing_document s WHERE s.id = d.id) AS "isOutlived"
    FROM enterprise_document d WHERE enterprise_id = ${enterpriseId} AND replaced_at IS NULL
    ORDER BY expires_on NULLS LAST, id LIMIT 100`
  return rows.map((row) => toView(row, now))
}

/** The end of one that another outlives is nothing to mend. */
function toView({ isOutlived, ...row }: Row, now: Date): DocumentView {
  const state = documentState(row.expiresOn, now)
  return { ...row, state: isOutlived && state !== 'valid' ? 'outlived' : state }
}

type DocumentRow = { id: string; applicationId: string | null; enterpriseId: number | null } & NewDocument

export async function insertDocument(tx: Sql, now: Date, row: DocumentRow): Promise<void> {
  const { id, applicationId, enterpriseId, kind, number, expiresOn, fileKeys } = row
  await tx.$executeRaw`
    INSERT INTO enterprise_document (id, application_id, enterprise_id, kind, number, expires_on, file_keys, created_at)
    VALUES (${id}::uuid, ${applicationId}::uuid, ${enterpriseId}::int, ${kind}, ${number}, ${expiresOn}::date,
      ${fileKeys}::text[], ${now})`
}
