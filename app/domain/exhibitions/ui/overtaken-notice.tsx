import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Overtaken } from '../fair-forms.server.ts'

/** Somebody saved first: what they saved, beside what is typed here. */
export function OvertakenNotice({ theirs }: Pick<Overtaken, 'theirs'>) {
  const { form: t, kinds } = useStaffMessages().fairs
  const isTick = (field: string) => field === 'isPublished' || field === 'hasPublicFigure'
  const shown = (field: string, value: string) => {
    if (isTick(field)) return value === 'on' ? t.yes : t.no
    return (field === 'kind' && kinds[value as keyof typeof kinds]) || value || t.empty
  }
  return (
    <Notice tone="warning" title={t.overtaken} role="alert">
      <p>{t.overtakenText}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {theirs.map(({ field, value }) => (
          <li key={field}>{t.theirs(t[field], shown(field, value))}</li>
        ))}
      </ul>
    </Notice>
  )
}
