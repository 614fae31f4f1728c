import { Form } from '@remix-run/react'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Folded } from '#app/ui/folded.tsx'
import type { ShopParcel } from '../shop-order.ts'
import { FrozenNotice } from './frozen-notice.tsx'
import { TrackingFields } from './tracking-fields.tsx'

type ShipFormProps = { parcel: ShopParcel; state: FormState | undefined; isFrozenAtRisk: boolean }

/** Number first, carrier told by it: one field and one button for most parcels. */
export function ShipForm({ parcel, state, isFrozenAtRisk }: ShipFormProps) {
  const t = useStaffMessages().shipping.parcel
  return (
    <Form method="post" noValidate className="grid gap-3">
      <input type="hidden" name="intent" value="ship" />
      <input type="hidden" name="parcelId" value={parcel.id} />
      {parcel.storage === 'frozen' && isFrozenAtRisk ? <FrozenNotice /> : null}
      <TrackingFields id={parcel.id} label={t.number} state={state} />
      <PartFields parcel={parcel} />
      <Button size="large" wide>
        {t.ship}
      </Button>
    </Form>
  )
}

/** Closed, it says "all that is left" by itself. */
function PartFields({ parcel: { contents } }: { parcel: ShopParcel }) {
  const t = useStaffMessages().shipping.parcel
  const isOnePiece = contents.length === 1 && contents[0]?.quantity === 1
  if (isOnePiece) return null
  return (
    <Folded title={t.part}>
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
    </Folded>
  )
}
