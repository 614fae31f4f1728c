import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import type { InvoiceStand } from '../stands.ts'

/** Within the list that is open. */
export function InvoiceSearch({ stand, text }: { stand: InvoiceStand; text: string }) {
  const t = useStaffMessages().invoices
  return (
    <Form className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
      <input type="hidden" name="stand" value={stand} />
      <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
      <Button kind="secondary">{t.find}</Button>
    </Form>
  )
}
