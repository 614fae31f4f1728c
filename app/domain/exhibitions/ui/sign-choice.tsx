import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { CheckboxField } from '#app/ui/field.tsx'
import type { SignDesk } from '../booth-signs.server.ts'

type SignChoiceProps = Pick<SignDesk, 'fairs' | 'goods'> & { fair: string; chosen: ReadonlyArray<string> }

/** Which goods, for which fair: a GET form, so that a set of signs has an address. */
export function SignChoice({ fairs, goods, fair, chosen }: SignChoiceProps) {
  const t = useStaffMessages().signs
  return (
    <CardSection id="choice" title={t.choice}>
      <Form method="get" className="grid grid-cols-1 gap-3">
        {fairs.length > 0 ? (
          <ChoiceField
            id="fair"
            name="fair"
            label={t.fair}
            defaultValue={fair}
            choices={fairs.map(({ slug, name }) => ({ key: slug, title: name }))}
          />
        ) : (
          <p className="text-sm text-muted">{t.noFair}</p>
        )}
        <fieldset className="grid gap-x-6 md:grid-cols-2">
          <legend className="text-sm font-medium">{t.goods}</legend>
          {goods.map(({ slug, title }) => (
            <CheckboxField
              key={slug}
              id={`sign-${slug}`}
              name="product"
              value={slug}
              defaultChecked={chosen.includes(slug)}
            >
              {title}
            </CheckboxField>
          ))}
        </fieldset>
        <div>
          <Button kind="secondary">{t.show}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
