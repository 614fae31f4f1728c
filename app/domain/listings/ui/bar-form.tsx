import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Card } from '#app/ui/card.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import { useListingWord } from './use-listing-words.ts'

/** Takes a product off the shop for the organizers, or lets it be sold again. */
export function BarForm({ isBarred, state }: { isBarred: boolean; state: FormState | undefined }) {
  const t = useStaffMessages().listings.review
  const word = useListingWord()
  return (
    <Card>
      <ReasonForm
        act={isBarred ? t.liftBar : t.bar}
        intent={isBarred ? 'lift-bar' : 'bar'}
        label={t.barReason}
        hint={isBarred ? t.liftHint : t.barHint}
        state={state}
        error={word(state?.errors.reason)}
        className="grid"
      />
    </Card>
  )
}
