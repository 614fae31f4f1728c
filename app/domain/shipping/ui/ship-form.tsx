import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { couriers, suggestCourier } from '../couriers.ts'
import type { ShopParcel } from '../shop-order.ts'
import { FrozenNotice } from './frozen-notice.tsx'

type ShipFormProps = { parcel: ShopParcel; state: FormState | undefined; isFrozenAtRisk: boolean }

/** Number first, carrier told by it: one field and one button for most parcels. */
export function ShipForm({ parcel, state, isFrozenAtRisk }: ShipFormProps) {
  const t = useStaffMessages().shipping.parcel
  return (
    <Form method="post" noValidate className="grid gap-3">
      <input type="hidden" name="intent" value="ship" />
      <input type="hidden" name="parcelId" value={parcel.id} />
      {parcel.storage === 'frozen' && isFrozenAtRisk ? <FrozenNotice /> : null}
      <TrackingFields id={parcel.id} state={state} />
      <PartFields parcel={parcel} />
      <Button size="large" wide>
        {t.ship}
      </Button>
    </Form>
  )
}

function TrackingFields({ id, state }: { id: string; state: FormState | undefined }) {
  const words = useStaffMessages()
  const t = words.shipping.parcel
  const word = useStaffWord()
  const [number, setNumber] = useState(state?.values.trackingNumber ?? '')
  const looksLike = suggestCourier(number)
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <InputField
        id={`number-${id}`}
        name="trackingNumber"
        label={t.number}
        hint={looksLike ? t.looksLike(words.orders.couriers[looksLike]) : t.numberHint}
        error={word(state?.errors.trackingNumber)}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
      />
      <SelectField
        id={`courier-${id}`}
        name="courier"
        label={t.courier}
        error={word(state?.errors.courier)}
        defaultValue={state?.values.courier}
      >
        <option value="">{t.byNumber}</option>
        {couriers.map((code) => (
          <option key={code} value={code}>
            {words.orders.couriers[code]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** Closed, it says "all that is left" by itself. */
function PartFields({ parcel: { contents } }: { parcel: ShopParcel }) {
  const t = useStaffMessages().shipping.parcel
  const isOnePiece = contents.length === 1 && contents[0]?.quantity === 1
  if (isOnePiece) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-cinnabar underline-offset-4 hover:underline">
        {t.part}
      </summary>
      <div className="grid gap-3 py-2">
        {contents.map(({ line, quantity }) => (
          <InputField
            key={line.id}
            id={`units-${line.id}`}
            name={`units-${line.id}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={quantity}
            defaultValue={quantity}
            label={t.unitsOf(`${line.title} ${line.label}`)}
          />
        ))}
        <p className="text-xs text-muted">{t.partHint}</p>
      </div>
    </details>
  )
}
