import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { mostCompared } from '../comparison.ts'

type FairChoiceProps = {
  choices: ReadonlyArray<{ slug: string; name: string }>
  chosen: ReadonlyArray<string>
}

export function FairChoice({ choices, chosen }: FairChoiceProps) {
  const t = useStaffMessages().comparisons
  const places = Array.from({ length: mostCompared }, (_, index) => index)
  return (
    <Form
      key={chosen.join(' ')}
      className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 xl:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      {places.map((place) => (
        <ChoiceField
          key={place}
          id={`fair-${place + 1}`}
          name="fair"
          label={t.choose(place + 1)}
          defaultValue={chosen[place] ?? ''}
          none={t.none}
          choices={choices.map(({ slug, name }) => ({ key: slug, title: name }))}
        />
      ))}
      <Button kind="secondary">{t.apply}</Button>
    </Form>
  )
}
