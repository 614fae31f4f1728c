import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { revokeForm } from './certificate-form.ts'

/** Whoever checks the code is told from now on; a second time it stays as it was. Null when it is done. */
export async function revokeCertificate(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  code: string,
  form: FormData,
): Promise<FormState | null> {
  const parsed = parseForm(revokeForm, form)
  if (!parsed.ok) return parsed
  const now = clock.now()
  const { reason } = parsed.value
  await withTransaction(pool, async (tx) => {
    const revoked = await tx.$executeRaw`
      UPDATE purchase_certificate SET revoked_at = ${now}, revoke_reason = ${reason}
      WHERE code = ${code} AND revoked_at IS NULL`
    if (revoked === 1)
      await writeAudit(tx, now, scope, {
        action: 'revoke-certificate',
        subject: ['certificate', code],
        reason,
      })
  })
  return null
}
