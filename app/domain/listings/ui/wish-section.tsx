import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'

/** In the form of a field for a minute in Shanghai. */
type WishSectionProps = { wish: string; error: string | undefined }

/** Decided with the listing, and no part of what is sold. */
export function WishSection({ wish, error }: WishSectionProps) {
  const t = useStaffMessages().listings.editor
  return (
    <CardSection id="wish-title" title={t.wish}>
      <InputField
        id="wishedAt"
        name="wishedAt"
        type="datetime-local"
        label={t.wishedAt}
        hint={t.wishedAtHint}
        defaultValue={wish}
        error={error}
      />
    </CardSection>
  )
}
