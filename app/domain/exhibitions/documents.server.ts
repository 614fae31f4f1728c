import { z } from 'zod'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { safePaperName } from '#app/platform/file-name.ts'
import { keepPrivatePaper, removePrivatePhotos } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Changing, changeFair, type Fair } from './fair-change.server.ts'

export type FairDocument = {
  id: string
  title: string
  fileName: string
  sha256: string
  recordedBy: string
  recordedAt: Date
}

const mostDocuments = 100

/** Plans, permits and minutes, the latest first. */
export async function listDocuments(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
): Promise<Array<FairDocument>> {
  return await sqlOn(pool).$queryRaw<Array<FairDocument>>`
    SELECT id, title, file_name AS "fileName", sha256, recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM exhibition_document WHERE exhibition_id = ${fair.id} ORDER BY recorded_at DESC, id DESC LIMIT ${mostDocuments}`
}

export async function findDocument(
  { pool }: Pick<Services, 'pool'>,
  fair: Fair,
  id: string,
): Promise<{ fileKey: string; fileName: string } | null> {
  if (!isUuid(id)) return null
  const [row] = await sqlOn(pool).$queryRaw<Array<{ fileKey: string; fileName: string }>>`
    SELECT file_key AS "fileKey", file_name AS "fileName" FROM exhibition_document
    WHERE id = ${id}::uuid AND exhibition_id = ${fair.id}`
  return row ?? null
}

const documentSchema = z.object({
  /** The form's own: sent twice it keeps one paper. */
  key: z.string().refine(isUuid),
  title: z.string().trim().min(1, 'document-title-needed').max(100, 'too-long'),
})
type Keeping = Changing & { env: Pick<Services['env'], 'DATA_DIR'> }

/** Null when the paper is kept, else what is wrong with the form. */
export async function addDocument(
  services: Keeping,
  scope: OrganizerScope,
  fair: Fair,
  form: FormData,
): Promise<FormState | null> {
  const read = parseForm(documentSchema, form)
  const [file] = formFiles(form, 'file')
  if (!read.ok) return read
  const refuse = (code: string) => ({ values: read.values, errors: { file: code } })
  if (!file) return refuse('no-file')
  const kept = await keepPrivatePaper(services.env.DATA_DIR, new Uint8Array(await file.arrayBuffer()))
  if (!kept.ok) return refuse(kept.code)
  const { key, sha256 } = kept.value
  const name = safePaperName(file.name)
  const { key: id, title } = read.value
  const outcome = await changeFair<'added' | 'known' | 'too-many'>(services, scope, fair, async (tx, now) => {
    const added = await tx.$executeRaw`
      INSERT INTO exhibition_document (id, exhibition_id, title, file_name, file_key, sha256, recorded_by, recorded_at)
      SELECT ${id}::uuid, ${fair.id}, ${title}, ${name}, ${key}, ${sha256},
        ${scope.staff.name}, ${now}
      WHERE (SELECT count(*) FROM exhibition_document WHERE exhibition_id = ${fair.id}) < ${mostDocuments}
      ON CONFLICT (id) DO NOTHING`
    const after = { id, title, file: name, sha256 }
    if (added > 0) return { answer: 'added', record: { action: 'add-fair-document', after } }
    const [known] = await tx.$queryRaw<Array<object>>`
      SELECT FROM exhibition_document WHERE id = ${id}::uuid AND exhibition_id = ${fair.id}`
    return { answer: known ? 'known' : 'too-many', record: null }
  })
  if (outcome === 'added') return null
  await removePrivatePhotos(services.env.DATA_DIR, [key])
  return outcome === 'known' ? null : refuse('too-many-documents')
}

export async function removeDocument(
  services: Keeping,
  scope: OrganizerScope,
  fair: Fair,
  id: string,
): Promise<void> {
  if (!isUuid(id)) return
  const key = await changeFair<string | null>(services, scope, fair, async (tx) => {
    const [gone] = await tx.$queryRaw<Array<{ title: string; sha256: string; fileKey: string }>>`
      DELETE FROM exhibition_document WHERE id = ${id}::uuid AND exhibition_id = ${fair.id}
      RETURNING title, sha256, file_key AS "fileKey"`
    const before = gone && { id, title: gone.title, sha256: gone.sha256 }
    return {
      answer: gone?.fileKey ?? null,
      record: before ? { action: 'remove-fair-document', before } : null,
    }
  })
  if (key) await removePrivatePhotos(services.env.DATA_DIR, [key])
}
