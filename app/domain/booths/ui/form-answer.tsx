import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { FormAnswer as Answer } from '../record-form.server.ts'

/** How the server answered a form that no script had sent. What is wrong with a field stands in the form. */
export function FormAnswer({ answer }: { answer: Answer | undefined }) {
  const t = useStaffMessages().booths
  if (!answer || answer.problem) return null
  if (answer.outcome !== 'refused') return <Notice tone="success">{t.server[answer.outcome]}</Notice>
  return (
    <Notice tone="danger" role="alert">
      {t.server.refused(t.sync.reasons[answer.reason ?? 'malformed'])}
    </Notice>
  )
}
