import type { FormState } from '#app/kernel/form.ts'
import { timeOrderedId } from '#app/kernel/ids.ts'
import { removePrivatePhotos } from '#app/platform/private-files.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import type { PhotoName } from './document.ts'
import { insertDocument } from './document-rows.server.ts'
import { type DocumentServices, forgetPhotos, readDocument } from './read-document.server.ts'

const mostDocuments = 12

/** Adds a paper while the application can be changed; null when it is kept, else what is wrong with the form. */
export async function addApplicationDocument(
  services: DocumentServices,
  applicationId: string,
  form: FormData,
): Promise<FormState | null> {
  const read = await readDocument(services, form)
  if (!read.ok) return read.state
  const now = services.clock.now()
  const row = { ...read.document, id: timeOrderedId(now), applicationId, enterpriseId: null }
  const isKept = await withTransaction(services.pool, async (tx) => {
    const [editable] = await tx.$queryRaw<Array<{ documents: number }>>`
      SELECT (SELECT count(*)::int FROM enterprise_document WHERE application_id = a.id) AS documents
      FROM enterprise_application a WHERE id = ${applicationId}::uuid AND status IN ('draft', 'returned') FOR UPDATE`
    if (!editable || editable.documents >= mostDocuments) return false
    await insertDocument(tx, now, row)
    return true
  })
  if (isKept) return null
  await forgetPhotos(services, read.document)
  return { values: {}, errors: { photos: 'too-many-documents' } }
}

export async function removeApplicationDocument(
  { pool, env }: DocumentServices,
  applicationId: string,
  documentId: string,
): Promise<void> {
  const [removed] = await sqlOn(pool).$queryRaw<Array<{ fileKeys: Array<string> }>>`
    DELETE FROM enterprise_document d USING enterprise_application a
    WHERE d.id = ${documentId}::uuid AND d.application_id = ${applicationId}::uuid AND a.id = d.application_id
      AND a.status IN ('draft', 'returned')
    RETURNING d.file_keys AS "fileKeys"`
  if (removed) await removePrivatePhotos(env.DATA_DIR, removed.fileKeys)
}

/** The key of a photo of the applicant's own. */
export async function findApplicationPhoto(
  { pool }: Pick<DocumentServices, 'pool'>,
  applicationId: string,
  { documentId, index }: PhotoName,
): Promise<string | null> {
  const [row] = await sqlOn(pool).$queryRaw<Array<{ key: string | null }>>`
    SELECT file_keys[${index + 1}::int] AS key FROM enterprise_document
    WHERE id = ${documentId}::uuid AND application_id = ${applicationId}::uuid`
  return row?.key ?? null
}
