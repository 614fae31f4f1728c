import { Form } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CartRow } from '#app/domain/cart/cart.ts'
import { viewCart } from '#app/domain/cart/cart-view.ts'
import type { AddressView } from '#app/domain/people/addresses.server.ts'
import type { InvoiceTitleView } from '#app/domain/people/invoice-titles.server.ts'
import { useFieldWord } from '#app/domain/people/ui/use-field-word.ts'
import { zoneOf } from '#app/domain/shipping/delivery-zone.ts'
import type { RegionChoices } from '#app/domain/shipping/region-tree.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { FormSummary } from '#app/ui/form-summary.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CheckoutFailure } from '../submit-checkout.server.ts'
import { CheckoutTotals } from './checkout-totals.tsx'
import { Confirmations } from './confirmations.tsx'
import { DeliverySection, newAddress } from './delivery-section.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { InvoiceSection } from './invoice-section.tsx'
import { ParcelReview } from './parcel-review.tsx'

type CheckoutFormProps = {
  rows: ReadonlyArray<CartRow>
  addresses: ReadonlyArray<AddressView> | null
  titles: ReadonlyArray<InvoiceTitleView>
  regions: RegionChoices
  state: FormState
  failure: CheckoutFailure | undefined
  payMinutes: number
}

/** One page, one form. The sums follow the address as it is chosen, by the rules that the shop itself counts with. */
export function CheckoutForm({
  rows,
  addresses,
  titles,
  regions,
  state,
  failure,
  payMinutes,
}: CheckoutFormProps) {
  const t = useMessages()
  const word = useFieldWord()
  const [target, setTarget] = useState(() => targetOf(state.values, addresses, regions))
  const cart = viewCart(rows, zoneOf(target), useLocale())

  const form = useRef<HTMLFormElement>(null)
  const followAddress = useCallback(() => {
    if (!form.current) return
    const fields = new FormData(form.current)
    const values = Object.fromEntries(
      ['addressId', 'provinceCode', 'districtCode'].map((name) => [name, String(fields.get(name) ?? '')]),
    )
    setTarget(targetOf(values, addresses, regions))
  }, [addresses, regions])
  // What was chosen before the script ran, too.
  useEffect(followAddress, [followAddress])

  return (
    <Form
      ref={form}
      method="post"
      noValidate
      onChange={followAddress}
      className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8"
    >
      <input type="hidden" name="idempotencyKey" value={state.values.idempotencyKey} />
      {/* Enter presses the first button of a form; it must not be "show districts". */}
      <button
        type="submit"
        name="intent"
        value="place"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
      />
      <div className="grid min-w-0 content-start gap-4">
        <FormSummary state={state} title={t.people.errorSummary} word={word} />
        {failure ? <FailureNotice failure={failure} /> : null}
        <DeliverySection state={state} regions={regions} addresses={addresses} />
        <ParcelReview cart={cart} />
        <InvoiceSection state={state} titles={titles} />
        <Card>
          <TextareaField
            id="note"
            name="note"
            label={t.checkout.note}
            hint={t.checkout.noteHint}
            isOptional={t.common.optional}
            defaultValue={state.values.note}
            error={word(state.errors.note)}
            maxLength={200}
            rows={2}
          />
        </Card>
        <Confirmations cart={cart} values={state.values} failure={failure?.code} />
      </div>
      <CheckoutTotals cart={cart} payMinutes={payMinutes} />
    </Form>
  )
}

/** The district that the goods go to, as far as it is known; a province's digits say enough about the zone. */
function targetOf(
  values: Record<string, string>,
  addresses: ReadonlyArray<AddressView> | null,
  regions: RegionChoices,
): string {
  const known = addresses?.find((address) => address.id === values.addressId) ?? null
  if (known) return known.districtCode
  if (!values.addressId && addresses?.[0]) return addresses[0].districtCode
  if (values.addressId && values.addressId !== newAddress) return ''
  const province = values.provinceCode || regions.provinceCode
  return values.districtCode?.startsWith(province) ? values.districtCode : province
}
