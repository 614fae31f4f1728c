import { shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'

type WishSectionProps = { wishedAt: Date | null; error: string | undefined }

/** Goes along when the listing is submitted, and is no part of what is sold. */
export function WishSection({ wishedAt, error }: WishSectionProps) {
  const t = useStaffMessages().listings.editor
  return (
    <CardSection id="wish-title" title={t.wish}>
      <InputField
        id="wishedAt"
        name="wishedAt"
        type="datetime-local"
        label={t.wishedAt}
        hint={t.wishedAtHint}
        defaultValue={wishedAt ? shanghaiMinuteInput(wishedAt) : ''}
        error={error}
      />
    </CardSection>
  )
}
