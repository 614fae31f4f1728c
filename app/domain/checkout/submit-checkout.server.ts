import { addAddress, findAddress } from '#app/domain/people/addresses.server.ts'
import { isSignedIn, type ShopperScope } from '#app/domain/people/scope.ts'
import type { RecalledVisit } from '#app/domain/sales/fair-visit.ts'
import { findAttribution } from '#app/domain/sales/find-attribution.server.ts'
import { parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { type TooMany, takeTurns } from '#app/platform/limits.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { checkoutSchema, savedAddressCheckoutSchema, toPlaceOrder } from './checkout-form.ts'
import {
  type Delivery,
  type PlacedOrder,
  type PlaceOrderRefusal,
  type Placing,
  placeOrder,
} from './place-order.server.ts'

type Submission = {
  form: FormData
  locale: Locale
  address: string
  visits?: ReadonlyArray<RecalledVisit>
}
type InvalidForm = Failure<'invalid-form'> & { detail: { errors: Record<string, string> } }
/** Why an order was not placed, as the page words it. */
export type CheckoutFailure = PlaceOrderRefusal | TooMany | Failure<'address-gone'>
type Checkout = Placing & Pick<Services, 'db' | 'limits'>

/** The checkout form from its fields to an order: checked, limited, its address looked up or kept for next time. */
export async function submitCheckout(
  services: Checkout,
  scope: ShopperScope,
  submission: Submission,
): Promise<Result<PlacedOrder, InvalidForm | CheckoutFailure>> {
  const tooMany = await takeTurns(services.limits, [
    ['place-order:session', scope.sessionHash],
    ['place-order:address', submission.address],
  ])
  if (tooMany) return tooMany
  const read = await readSubmission(services, scope, submission)
  if (!read.ok) return read
  const overPhone = isSignedIn(scope)
    ? null
    : await takeTurns(services.limits, [['place-order:unproved-phone', read.value.delivery.phone]])
  if (overPhone) return overPhone
  const from = await findAttribution(services, submission.visits ?? [])
  const placed = await placeOrder(services, scope, { ...read.value, from })
  if (!placed.ok) return placed
  if (submission.form.get('saveAddress') === 'on' && isSignedIn(scope)) {
    // An address book that is full is no reason to hold up an order.
    await addAddress(services, scope, { ...read.value.delivery, tag: '', isDefault: false })
  }
  return placed
}

async function readSubmission({ db }: Checkout, scope: ShopperScope, { form, locale }: Submission) {
  const addressId = String(form.get('addressId') ?? '')
  if (!isUuid(addressId)) {
    const typed = parseForm(checkoutSchema, form)
    return typed.ok ? success(toPlaceOrder(typed.value, typed.value, locale)) : invalid(typed.errors)
  }
  const chosen = parseForm(savedAddressCheckoutSchema, form)
  if (!chosen.ok) return invalid(chosen.errors)
  const delivery: Delivery | null = isSignedIn(scope) ? await findAddress(db, scope, addressId) : null
  return delivery ? success(toPlaceOrder(chosen.value, delivery, locale)) : failure('address-gone')
}

function invalid(errors: Record<string, string>): InvalidForm {
  return failure('invalid-form', { errors })
}
