import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { BoothChoice } from '../list-booth-choices.server.ts'

type BoothChoicesProps = {
  choices: ReadonlyArray<BoothChoice>
  chosen: string
  problem: string | undefined
}

/** A phone's own list opens at a tap, under the thumb, also for two hundred booths. */
export function BoothChoices({ choices, chosen, problem }: BoothChoicesProps) {
  const t = useStaffMessages().booths.choose
  return (
    <Form method="post" reloadDocument className="grid max-w-text gap-4">
      <SelectField id="booth" name="booth" label={t.booth} error={problem} defaultValue={chosen} required>
        {/* Nobody sells as whoever stands first. */}
        <option value="">{t.pick}</option>
        {choices.map(({ fair, booths }) => (
          <optgroup key={fair.slug} label={fair.name}>
            {booths.map(({ enterprise, name, booth }) => (
              <option key={enterprise} value={`${fair.slug}/${enterprise}`}>
                {booth} · {name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Button size="large" wide>
        {t.submit}
      </Button>
    </Form>
  )
}
