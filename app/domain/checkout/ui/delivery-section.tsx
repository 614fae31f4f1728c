import type { AddressView } from '#app/domain/people/addresses.server.ts'
import { maskPhone } from '#app/domain/people/phone.ts'
import { AddressFields } from '#app/domain/people/ui/address-fields.tsx'
import type { RegionChoices } from '#app/domain/shipping/region-tree.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField, RadioCard } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'

/** The choice of the address book that is not an address yet. */
export const newAddress = 'new'

type DeliverySectionProps = {
  state: FormState
  regions: RegionChoices
  /** Null for a guest, who fills in the fields. */
  addresses: ReadonlyArray<AddressView> | null
}

export function DeliverySection({ state, regions, addresses }: DeliverySectionProps) {
  const t = useMessages().checkout
  const hasBook = addresses !== null && addresses.length > 0
  return (
    <Card as="section" labelledBy="delivery" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="delivery" className="text-lg font-medium">
          {t.delivery}
        </h2>
        {addresses === null ? (
          <p className="text-sm text-muted">
            {t.signInOffer}
            <LocalLink
              to="/account/sign-in?redirectTo=/checkout"
              className="ml-1 text-cinnabar underline underline-offset-4"
            >
              {t.signInLink}
            </LocalLink>
          </p>
        ) : null}
      </div>
      {/* Style alone shows the fields when "new" is chosen, so it works without JavaScript. */}
      <div className="group/book grid gap-4">
        {hasBook ? <AddressBook addresses={addresses} chosen={state.values.addressId} /> : null}
        <div className={hasBook ? 'hidden gap-4 group-has-[#address-new:checked]/book:grid' : 'grid gap-4'}>
          <AddressFields state={state} regions={regions} />
          {addresses === null ? null : (
            <CheckboxField
              id="saveAddress"
              name="saveAddress"
              defaultChecked={state.values.saveAddress === 'on'}
            >
              {t.saveAddress}
            </CheckboxField>
          )}
        </div>
      </div>
    </Card>
  )
}

type AddressBookProps = { addresses: ReadonlyArray<AddressView>; chosen: string | undefined }

function AddressBook({ addresses, chosen }: AddressBookProps) {
  const t = useMessages().checkout
  const first = chosen ?? addresses[0]?.id
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{t.addressBook}</legend>
      {addresses.map((address) => (
        <RadioCard
          key={address.id}
          id={`address-${address.id}`}
          name="addressId"
          value={address.id}
          defaultChecked={address.id === first}
          title={
            <span lang="zh-CN">
              {address.recipient}{' '}
              <span className="figures font-normal text-muted">{maskPhone(address.phone)}</span>
            </span>
          }
        >
          <span lang="zh-CN">
            {address.region} {address.street} {address.detail}
          </span>
        </RadioCard>
      ))}
      <RadioCard
        id="address-new"
        name="addressId"
        value={newAddress}
        defaultChecked={first === newAddress}
        title={t.newAddress}
      />
    </fieldset>
  )
}
