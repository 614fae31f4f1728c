import { z } from 'zod'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isBigId } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { ofSetAside } from './alarm.ts'

const settling = z.object({
  id: z.string().refine(isBigId, 'changed-meanwhile'),
  /** As the page showed it: what was raised again since is news, and stays open. */
  raisedAt: z.string().refine(isInstant, 'changed-meanwhile'),
  note: z.string('alarm-note-required').trim().min(2, 'alarm-note-required').max(500, 'too-long'),
})

/** What was wrong with the form of one alarm; null when it is settled. */
export type SettleAnswer = (FormState & { id: string; isOvertaken: boolean }) | null

/** Somebody has looked at it and says what was done; the books are repaired elsewhere, never by this. */
export async function settleAlarm(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  form: FormData,
): Promise<SettleAnswer> {
  const parsed = parseForm(settling, form)
  const id = parsed.values.id ?? ''
  if (!parsed.ok) return { ...parsed, id, isOvertaken: false }
  const { raisedAt, note } = parsed.value
  const now = clock.now()
  const isSettled = await withTransaction(pool, async (tx) => {
    const [alarm] = await tx.$queryRaw<Array<{ kind: string; reference: string }>>`
      UPDATE alarm SET resolved_at = ${now}
      WHERE id = ${id}::bigint AND raised_at = ${raisedAt}::timestamptz AND resolved_at IS NULL
        AND kind <> ALL(${[...ofSetAside]}::text[])
      RETURNING kind, reference`
    if (!alarm) return false
    await writeAudit(tx, now, scope, {
      action: 'settle-alarm',
      subject: ['alarm', `${alarm.kind} ${alarm.reference}`],
      reason: note,
    })
    return true
  })
  if (isSettled) return null
  // Without what was seen: the form begins from what holds now.
  return { id, isOvertaken: true, values: { note }, errors: { note: 'changed-meanwhile' } }
}
