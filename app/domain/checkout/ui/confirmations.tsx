import type { CartView } from '#app/domain/cart/cart-view.ts'
import { useMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/field.tsx'

type ConfirmationsProps = { cart: CartView; values: Record<string, string>; failure: string | undefined }

/**
 * What the law wants confirmed at the purchase: which goods are excluded from seven-day returns (Consumer
 * Protection Law article 25), and that the buyer of alcohol is an adult (Minors Protection Law article 59).
 */
export function Confirmations({ cart, values, failure }: ConfirmationsProps) {
  const { checkout: t, common } = useMessages()
  const lines = cart.parcels.flatMap((parcel) => parcel.lines)
  const excluded = lines.filter((line) => line.isReturnExcluded)
  const hasAlcohol = lines.some((line) => line.isAlcohol)
  if (excluded.length === 0 && !hasAlcohol) return null
  return (
    <CardSection id="confirmations" title={t.confirmations} className="gap-2">
      {excluded.length > 0 ? (
        <CheckboxField
          id="acceptsNoReturn"
          name="acceptsNoReturn"
          defaultChecked={values.acceptsNoReturn === 'on'}
          error={failure === 'needs-no-return-tick' ? t.failures['needs-no-return-tick'] : undefined}
        >
          {t.noReturnTick}
          <span className="mt-1 block text-muted">{common.list(excluded.map((line) => line.title))}</span>
        </CheckboxField>
      ) : null}
      {hasAlcohol ? (
        <CheckboxField
          id="isAdult"
          name="isAdult"
          defaultChecked={values.isAdult === 'on'}
          error={failure === 'needs-adult-tick' ? t.failures['needs-adult-tick'] : undefined}
        >
          {t.adultTick}
        </CheckboxField>
      ) : null}
    </CardSection>
  )
}
