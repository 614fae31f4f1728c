import { z } from 'zod'
import { closeLedger } from '#app/domain/sales/ledger-locks.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { after, minute, parseShanghaiMinute, shanghaiMinute } from '#app/kernel/clock.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn, withTransaction } from '#app/platform/sql.server.ts'
import type { PressLines } from './press-figure.ts'
import { sumLines } from './press-lines.server.ts'

const freezeForm = z.object({
  /** The form's own: sent twice it freezes once. */
  key: z.string().refine(isUuid),
  label: z.string('needed').trim().min(1, 'needed').max(80, 'too-long'),
  cutOff: z.string('needed').transform((typed, context) => {
    const instant = parseShanghaiMinute(typed)
    if (!instant) context.addIssue({ code: 'custom', message: 'needed' })
    return instant ?? z.NEVER
  }),
  restates: z.string().optional().default(''),
})

/**
 * Freezes a figure of a fair for the press: what was verified and had happened by the cut-off, with the hash of its
 * lines. The ledger stands still only while its last rows are noted; from then on those lines are fixed.
 */
export async function freezeFigure(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  fair: { id: number; slug: string },
  form: FormData,
): Promise<Result<{ id: string }, { ok: false; code: 'refused'; detail: FormState }>> {
  const parsed = parseForm(freezeForm, form)
  if (!parsed.ok) return failure('refused', { values: parsed.values, errors: parsed.errors })
  const { key, label, restates } = parsed.value
  const now = clock.now()
  const cutOff = await instantOf(pool, fair.id, parsed.value, now)
  if (cutOff > now) return failure('refused', { values: parsed.values, errors: { cutOff: 'not-yet' } })
  const lines: PressLines = { exhibitionId: fair.id, cutOff, ...(await noteLastRows(pool)) }
  const { lines: count, salesFen, signedFen, channels, sha256 } = await sumLines(sqlOn(pool), lines)
  await withTransaction(pool, async (tx) => {
    const inserted = await tx.$executeRaw`
      INSERT INTO press_figure (id, exhibition_id, label, cut_off, last_entry_id, last_verification_id, lines, sales_fen,
        signed_fen, channels, sha256, restates_id, frozen_by, frozen_at)
      VALUES (${key}::uuid, ${fair.id}, ${label}, ${cutOff}, ${String(lines.lastEntryId)}::bigint,
        ${String(lines.lastVerificationId)}::bigint, ${count}, ${salesFen}, ${signedFen}, ${JSON.stringify(channels)}::jsonb,
        ${sha256}, (SELECT id FROM press_figure WHERE id::text = ${restates} AND exhibition_id = ${fair.id}),
        ${scope.staff.name}, ${now})
      ON CONFLICT (id) DO NOTHING`
    if (inserted === 0) return
    await writeAudit(tx, now, scope, {
      action: 'freeze-figure',
      subject: ['press-figure', key],
      after: { fair: fair.slug, label, cutOff, lines: count, salesFen, signedFen, sha256 },
    })
  })
  return success({ id: key })
}

/**
 * A minute that is typed counts to its end, like the 23:59 of a fair's last day; of the minute that it is, what has been.
 * Who restates a figure of that minute means the very instant of that figure.
 */
async function instantOf(
  pool: Services['pool'],
  exhibitionId: number,
  { cutOff: typed, restates }: z.infer<typeof freezeForm>,
  now: Date,
): Promise<Date> {
  const { rows } = await pool.query<{ cutOff: Date }>(
    'SELECT cut_off AS "cutOff" FROM press_figure WHERE id::text = $1 AND exhibition_id = $2',
    [restates, exhibitionId],
  )
  const same = rows.find(({ cutOff }) => shanghaiMinute(cutOff) === shanghaiMinute(typed))
  if (same) return same.cutOff
  return shanghaiMinute(typed) === shanghaiMinute(now) ? now : after(typed, minute - 1)
}

/** With nobody writing, so that no row with a smaller number is still on its way. */
async function noteLastRows(
  pool: Services['pool'],
): Promise<Record<'lastEntryId' | 'lastVerificationId', string>> {
  return await withTransaction(pool, async (tx) => {
    await closeLedger(tx)
    const [last] = await tx.$queryRaw<Array<Record<'lastEntryId' | 'lastVerificationId', string>>>`
      SELECT COALESCE((SELECT max(id) FROM sale_entry), 0)::text AS "lastEntryId",
        COALESCE((SELECT max(id) FROM sale_verification), 0)::text AS "lastVerificationId"`
    return last ?? { lastEntryId: '0', lastVerificationId: '0' }
  })
}
