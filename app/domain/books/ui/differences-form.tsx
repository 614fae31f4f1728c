import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

type DifferencesFormProps = { from: string; to: string; today: string }

/** The differences of some days for a spreadsheet; a form of the browser's own, which leaves the page where it is. */
export function DifferencesForm({ from, to, today }: DifferencesFormProps) {
  const words = useStaffMessages()
  const t = words.books
  const locale = useLocale()
  return (
    <form className="flex flex-wrap items-end gap-3 print:hidden" aria-label={t.list}>
      <InputField id="from" name="from" type="date" label={t.from} max={today} defaultValue={from} />
      <InputField id="to" name="to" type="date" label={t.to} max={today} defaultValue={to} />
      {(['XLSX', 'CSV'] as const).map((format) => (
        <Button
          key={format}
          kind="secondary"
          formAction={localPath(locale, `/organizer/checks/differences.${format.toLowerCase()}`)}
        >
          {words.staff.takeAway.download(format)}
        </Button>
      ))}
    </form>
  )
}
