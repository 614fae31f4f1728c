import { z } from 'zod'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { markPaid } from './mark-paid.server.ts'

const paymentSchema = z.object({
  reference: z.string('reference-required').trim().min(4, 'reference-required').max(60, 'reference-required'),
})

export type PayAnswer = { done?: true; failure?: 'already-paid'; form?: FormState }

/** Carries out the form of a statement's page. */
export async function payStatement(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<PayAnswer> {
  const parsed = parseForm(paymentSchema, form)
  if (!parsed.ok) return { form: parsed }
  const paid = await markPaid(services, scope, { id, reference: parsed.value.reference })
  return paid.ok ? { done: true } : { failure: paid.code }
}
