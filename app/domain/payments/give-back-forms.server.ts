import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { giveBackAgain, giveBackPayment } from './give-back.server.ts'
import type { Paying } from './payment-rows.server.ts'

const giving = z.object({
  id: z.string(),
  /** The failed refund, or the payment that was set aside. */
  owedId: z.uuid('not-refundable'),
  reason: reasonField,
})
const asking = giving.extend({ intent: z.enum(['retry-refund', 'return-payment']) })
const byHand = giving.extend({
  intent: z.enum(['refund-by-hand', 'return-by-hand']),
  reference: z.string('reference-needed').trim().min(4, 'reference-needed').max(100, 'too-long'),
})

/** Null when the money is on its way, or back. */
export type GiveBackAnswer = (FormState & { id: string; isOvertaken: boolean }) | null

/** Carries out what the forms of an alarm of money that is owed ask for; `id` is that of the alarm. */
export async function giveBackFromForm(
  services: Paying,
  scope: OrganizerScope,
  form: FormData,
): Promise<GiveBackAnswer> {
  const isByHand = String(form.get('intent')).endsWith('by-hand')
  const parsed = isByHand ? parseForm(byHand, form) : parseForm(asking, form)
  const id = parsed.values.id ?? ''
  if (!parsed.ok) return { ...parsed, id, isOvertaken: false }
  const { intent, owedId, reason } = parsed.value
  const reference = 'reference' in parsed.value ? parsed.value.reference : null
  const isPayment = intent === 'return-payment' || intent === 'return-by-hand'
  const given = await (isPayment ? giveBackPayment : giveBackAgain)(services, scope, owedId, {
    reason,
    reference,
  })
  return given.ok ? null : { values: parsed.values, errors: { reason: given.code }, id, isOvertaken: false }
}
