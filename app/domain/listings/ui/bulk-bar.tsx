import { Form } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { bulkKinds } from '../bulk/bulk-act.ts'

/** The ticks of the list belong to it. */
export const bulkForm = 'bulk'

/** What to do with those that are ticked; the next page shows it before anything is done. */
export function BulkBar({ home }: { home: string }) {
  const t = useStaffMessages().bulk
  return (
    <Form
      id={bulkForm}
      method="get"
      action={localPath(useLocale(), `${home}/listings/bulk`)}
      className="flex items-end gap-3 pb-3"
    >
      <SelectField id="act" name="act" label={t.ticked}>
        {bulkKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <Button kind="secondary">{t.go}</Button>
    </Form>
  )
}
