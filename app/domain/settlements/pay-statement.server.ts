import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isInstant } from '#app/kernel/clock.ts'
import { type FormState, formTexts, formValues, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { correctReference } from './correct-reference.server.ts'
import { markAllPaid, markPaid, undoPayout } from './mark-paid.server.ts'

const reference = z
  .string('reference-required')
  .trim()
  .min(4, 'reference-required')
  .max(60, 'reference-required')
const paymentSchema = z.object({ direction: z.enum(['pay', 'recover']).catch('pay'), reference })
const correctionSchema = z.object({ was: z.string('changed-meanwhile'), reference, reason: reasonField })

type Paying = Pick<Services, 'pool' | 'clock'>
export type PayAnswer = {
  done?: 'paid' | 'corrected'
  failure?: 'already-paid'
  form?: FormState
  correction?: FormState
}

/** Carries out a form of a statement's page. */
export async function payStatement(
  services: Paying,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<PayAnswer> {
  if (form.get('intent') === 'correct') return await correct(services, scope, id, form)
  const parsed = parseForm(paymentSchema, form)
  if (!parsed.ok) return { form: parsed }
  const paid = await markPaid(services, scope, { id, ...parsed.value })
  return paid.ok ? { done: 'paid' } : { failure: paid.code }
}

async function correct(
  services: Paying,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<PayAnswer> {
  const parsed = parseForm(correctionSchema, form)
  if (!parsed.ok) return { correction: parsed }
  const corrected = await correctReference(services, scope, { id, ...parsed.value })
  if (corrected.ok) return { done: 'corrected' }
  return { correction: { values: formValues(form), errors: { reference: corrected.code } } }
}

/** More than a page of them comes from hand-made forms only. */
const most = 100

export type PayoutAnswer =
  | { done: Date | 'undone' }
  | { failure: 'already-paid' | 'too-late' }
  | { form: FormState; chosen: Array<string> }

/** Carries out a form of the page of those that wait for their payment. */
export async function answerPayout(
  services: Paying,
  scope: OrganizerScope,
  form: FormData,
): Promise<PayoutAnswer> {
  if (form.get('intent') === 'undo') {
    const at = formValues(form).paidAt
    const undone = isInstant(at) ? await undoPayout(services, scope, new Date(at)) : { ok: false as const }
    return undone.ok ? { done: 'undone' } : { failure: 'too-late' }
  }
  const chosen = formTexts(form, 'statement').filter(isUuid).slice(0, most)
  const parsed = parseForm(paymentSchema, form)
  const errors = {
    ...(parsed.ok ? {} : parsed.errors),
    ...(chosen.length > 0 ? {} : { statement: 'statements-required' }),
  }
  if (!parsed.ok || chosen.length === 0) return { form: { values: parsed.values, errors }, chosen }
  const { count, paidAt } = await markAllPaid(services, scope, { ids: chosen, ...parsed.value })
  return count > 0 ? { done: paidAt } : { failure: 'already-paid' }
}
