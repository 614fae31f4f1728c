import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { type Tender, tenders } from '../tender.ts'

/** Each submits its form: the touch that says how something was paid records it. `except` is how it was not paid. */
export function TenderButtons({ except }: { except?: Tender }) {
  const t = useStaffMessages().booths
  return (
    <fieldset className="grid grid-cols-2 gap-2">
      <legend className="mb-2 text-sm font-medium">{t.line.tender}</legend>
      {tenders
        .filter((tender) => tender !== except)
        .map((tender) => (
          <Button key={tender} name="tender" value={tender} size="large">
            {t.tenders[tender]}
          </Button>
        ))}
    </fieldset>
  )
}
