import type { Paying } from '#app/domain/payments/payment-rows.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { type CorrectRefusal, correctTracking } from './correct-tracking.server.ts'
import { type RefundUnsentRefusal, refundUnsent } from './refund-unsent.server.ts'
import { correctSchema, outOfStockSchema, shipSchema } from './ship-form.ts'
import { type ShipRefusal, shipParcel } from './ship-parcel.server.ts'
import { showPhone, showPhoneSchema } from './show-phone.server.ts'
import type { SentLine } from './split-parcel.ts'
import { findNextToShip } from './waiting-orders.server.ts'

export type ShipAnswer = {
  done?: 'shipped' | 'refunded' | 'corrected'
  /** What to ship next, once this has left; null when nothing else waits. */
  next?: string | null
  failure?: ShipRefusal['code'] | RefundUnsentRefusal['code'] | CorrectRefusal['code']
  /** The parcel whose form was wrong. */
  parcel?: FormState & { id: string }
  outOfStock?: FormState & { id: string }
  correction?: FormState & { id: string }
  /** The buyer's number, for this one page. */
  phone?: string
  phoneForm?: FormState
}

/** Carries out what a form of an order to ship asks for. */
export async function changeShopOrder(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  switch (form.get('intent')) {
    case 'show-phone':
      return await showPhoneFor(services, scope, number, form)
    case 'out-of-stock':
      return await refundFromForm(services, scope, number, form)
    case 'correct-tracking':
      return await correctFromForm(services, scope, number, form)
    default:
      return await shipFromForm(services, scope, number, form)
  }
}

async function showPhoneFor(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  const parsed = parseForm(showPhoneSchema, form)
  if (!parsed.ok) return { phoneForm: parsed }
  const phone = await showPhone(services, scope, number, parsed.value.reason)
  return phone ? { phone } : { failure: 'not-found' }
}

async function shipFromForm(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  const parsed = parseForm(shipSchema, form)
  if (!parsed.ok) return { parcel: { ...parsed, id: parsed.values.parcelId ?? '' } }
  const lines = readLines(form)
  const shipped = await shipParcel(services, scope, {
    ...parsed.value,
    ...(lines.length > 0 ? { lines } : {}),
  })
  if (!shipped.ok) return { failure: shipped.code }
  return { done: 'shipped', next: await findNextToShip(services, scope, number) }
}

async function refundFromForm(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  const parsed = parseForm(outOfStockSchema, form)
  if (!parsed.ok) return { outOfStock: { ...parsed, id: parsed.values.parcelId ?? '' } }
  const refunded = await refundUnsent(services, scope, number, { ...parsed.value, lines: readLines(form) })
  return refunded.ok ? { done: 'refunded' } : { failure: refunded.code }
}

async function correctFromForm(
  services: Paying,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  const parsed = parseForm(correctSchema, form)
  if (!parsed.ok) return { correction: { ...parsed, id: parsed.values.parcelId ?? '' } }
  const corrected = await correctTracking(services, scope, number, parsed.value)
  return corrected.ok ? { done: 'corrected' } : { failure: corrected.code }
}

/** Fields `units-<line>`; one that is no number is more than there is, and so refused. */
function readLines(form: FormData): Array<SentLine> {
  return Object.entries(formValues(form)).flatMap(([name, value]) => {
    const lineId = /^units-(.+)$/.exec(name)?.[1]
    return lineId ? [{ lineId, quantity: /^\d{1,5}$/.test(value) ? Number(value) : -1 }] : []
  })
}
