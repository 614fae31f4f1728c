import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { shipSchema } from './ship-form.ts'
import { type ShipRefusal, shipParcel } from './ship-parcel.server.ts'
import { showPhone, showPhoneSchema } from './show-phone.server.ts'
import type { SentLine } from './split-parcel.ts'

export type ShipAnswer = {
  done?: 'shipped'
  failure?: ShipRefusal['code']
  /** The parcel whose form was wrong. */
  parcel?: FormState & { id: string }
  /** The buyer's number, for this one page. */
  phone?: string
  phoneForm?: FormState
}

type Shipping = Pick<Services, 'pool' | 'clock'>

/** Carries out what a form of an order to ship asks for. */
export async function changeShopOrder(
  services: Shipping,
  scope: EnterpriseScope,
  number: string,
  form: FormData,
): Promise<ShipAnswer> {
  if (form.get('intent') !== 'show-phone') return await shipFromForm(services, scope, form)
  const parsed = parseForm(showPhoneSchema, form)
  if (!parsed.ok) return { phoneForm: parsed }
  const phone = await showPhone(services, scope, number, parsed.value.reason)
  return phone ? { phone } : { failure: 'not-found' }
}

async function shipFromForm(services: Shipping, scope: EnterpriseScope, form: FormData): Promise<ShipAnswer> {
  const parsed = parseForm(shipSchema, form)
  if (!parsed.ok) return { parcel: { ...parsed, id: parsed.values.parcelId ?? '' } }
  const lines = readLines(form)
  const shipped = await shipParcel(services, scope, {
    ...parsed.value,
    ...(lines.length > 0 ? { lines } : {}),
  })
  return shipped.ok ? { done: 'shipped' } : { failure: shipped.code }
}

/** Fields `units-<line>`; one that is no number is more than there is, and so refused. */
function readLines(form: FormData): Array<SentLine> {
  return Object.entries(formValues(form)).flatMap(([name, value]) => {
    const lineId = /^units-(.+)$/.exec(name)?.[1]
    return lineId ? [{ lineId, quantity: /^\d{1,5}$/.test(value) ? Number(value) : -1 }] : []
  })
}
