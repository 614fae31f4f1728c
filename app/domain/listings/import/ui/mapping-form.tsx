import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { columns as known } from '../columns.ts'
import type { ImportColumns } from '../import-job.server.ts'

/** `isOpen` where nothing can be read before it is filled in. */
type Props = { columns: ImportColumns; isOpen: boolean }

/** What each heading of the file stands for; kept under a name it is proposed for the next file like it. */
export function MappingForm({ columns: { headings, mapping }, isOpen }: Props) {
  const t = useStaffMessages().importing
  const locale = useLocale()
  return (
    <Card>
      <details open={isOpen}>
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{t.mapping}</summary>
        <Form method="post" className="grid grid-cols-1 gap-3 pt-3">
          <p className="text-sm text-muted">{t.mappingHint}</p>
          <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
            {headings.map((heading, index) => (
              <ChoiceField
                // biome-ignore lint/suspicious/noArrayIndexKey: a file may have one heading twice.
                key={index}
                id={`column.${index}`}
                name={`column.${index}`}
                label={heading || String(index + 1)}
                defaultValue={mapping[heading] ?? ''}
                none={t.skip}
                choices={known.map((column) => ({ key: column.key, title: column[locale] }))}
              />
            ))}
          </div>
          <InputField id="name" name="name" label={t.saveAs} isOptional={t.optional} maxLength={60} />
          <div>
            <Button kind="secondary" name="intent" value="map">
              {t.check}
            </Button>
          </div>
        </Form>
      </details>
    </Card>
  )
}
