import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { RefusalReason } from './booth-sale.ts'
import type { Booth } from './find-booth.server.ts'
import { recordSales } from './record-sales.server.ts'
import { type LineProblem, readSaleForm, type TypedForm, typedForm } from './sale-form.ts'

export type FormAnswer = {
  outcome: 'accepted' | 'already' | 'refused'
  /** What is wrong with the form, or with the sale. */
  problem?: LineProblem
  reason?: RefusalReason
  typed?: TypedForm
}

/** One sale from a form, by the server's clock; its hidden key makes a form that is sent twice one sale. */
export async function recordForm(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  { fair, enterprise }: Booth,
  form: FormData,
): Promise<FormAnswer> {
  const line = readSaleForm(form)
  if (!line.ok) return { outcome: 'refused', problem: line.code, typed: typedForm(form) }
  const now = services.clock.now().toISOString()
  const ref = String(form.get('key'))
  if (!isUuid(ref)) return { outcome: 'refused', reason: 'malformed' }
  const sale = {
    ref,
    fair: fair.slug,
    enterprise: enterprise.slug,
    ...line.value,
    deviceAt: now,
    isUndone: false,
  }
  const [answer] = await recordSales(services, scope, { sentAt: now, sales: [sale] })
  if (answer?.outcome === 'refused') return { outcome: 'refused', reason: answer.reason }
  return { outcome: answer?.outcome === 'accepted' ? 'accepted' : 'already' }
}
