import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { giveBackAgain } from './give-back-again.server.ts'
import type { Paying } from './payment-rows.server.ts'

const again = z.object({ id: z.string(), refundId: z.uuid('not-refundable'), reason: reasonField })
const retrying = again.extend({ intent: z.literal('retry-refund') })
const byHand = again.extend({
  intent: z.literal('refund-by-hand'),
  reference: z.string('reference-needed').trim().min(4, 'reference-needed').max(100, 'too-long'),
})

/** Null when the money is on its way, or back. */
export type GiveBackAnswer = (FormState & { id: string; isOvertaken: boolean }) | null

/** Carries out what the forms of a failed refund's alarm ask for; `id` is that of the alarm. */
export async function giveBackFromForm(
  services: Paying,
  scope: OrganizerScope,
  form: FormData,
): Promise<GiveBackAnswer> {
  const parsed = form.get('intent') === 'refund-by-hand' ? parseForm(byHand, form) : parseForm(retrying, form)
  const id = parsed.values.id ?? ''
  if (!parsed.ok) return { ...parsed, id, isOvertaken: false }
  const { refundId, reason } = parsed.value
  const reference = 'reference' in parsed.value ? parsed.value.reference : null
  const given = await giveBackAgain(services, scope, refundId, { reason, reference })
  return given.ok ? null : { values: parsed.values, errors: { reason: given.code }, id, isOvertaken: false }
}
