import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { FormState } from '#app/kernel/form.ts'
import { isUuid, timeOrderedId } from '#app/kernel/ids.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { insertDocument } from './document-rows.server.ts'
import { type DocumentServices, forgetPhotos, readDocument } from './read-document.server.ts'

const mostDocuments = 60

/**
 * Adds a paper, or the renewal of the one that `replaces` names: that one is kept, but counts no more. Null when it
 * is done, else what is wrong with the form.
 */
export async function addEnterpriseDocument(
  services: DocumentServices,
  scope: EnterpriseScope,
  form: FormData,
): Promise<FormState | null> {
  const replaces = String(form.get('replaces') ?? '')
  const read = await readDocument(services, form)
  if (!read.ok) return read.state
  const { document } = read
  const now = services.clock.now()
  const id = timeOrderedId(now)
  const problem = await withTransaction(services.pool, async (tx) => {
    const before = replaces ? await replaceDocument(tx, now, scope, replaces) : null
    if (replaces && !before) return 'changed-meanwhile'
    if (!before && (await countDocuments(tx, scope)) >= mostDocuments) return 'too-many-documents'
    await insertDocument(tx, now, { ...document, id, applicationId: null, enterpriseId: scope.enterpriseId })
    const { kind, number, expiresOn } = document
    await writeAudit(tx, now, scope, {
      action: before ? 'renew-document' : 'add-document',
      subject: ['document', id],
      ...(before ? { before } : {}),
      after: { kind, number, expiresOn },
    })
    return null
  })
  if (problem === null) return null
  await forgetPhotos(services, document)
  return { values: {}, errors: { photos: problem } }
}

type Replaced = { kind: string; number: string | null; expiresOn: string | null }

async function replaceDocument(
  tx: Sql,
  now: Date,
  { enterpriseId }: EnterpriseScope,
  id: string,
): Promise<Replaced | null> {
  if (!isUuid(id)) return null
  const [replaced] = await tx.$queryRaw<Array<Replaced>>`
    UPDATE enterprise_document SET replaced_at = ${now}
    WHERE id = ${id}::uuid AND enterprise_id = ${enterpriseId} AND replaced_at IS NULL
    RETURNING kind, number, to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn"`
  return replaced ?? null
}

async function countDocuments(tx: Sql, { enterpriseId }: EnterpriseScope): Promise<number> {
  const [row] = await tx.$queryRaw<Array<{ count: number }>>`
    SELECT count(*)::int AS count FROM enterprise_document
    WHERE enterprise_id = ${enterpriseId} AND replaced_at IS NULL`
  return row?.count ?? 0
}
