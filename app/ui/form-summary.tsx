import type { FormState } from '#app/kernel/form.ts'
import { Notice } from './notice.tsx'
import { useLedFocus } from './use-led-focus.ts'

type FormSummaryProps = {
  state: FormState | undefined
  title: string
  word(code: string): string | undefined
  /** What the fields are called, where the sentences do not say so themselves. */
  names?: Readonly<Record<string, unknown>>
}

/**
 * What must be mended, as links to the fields (whose ids are their names). With JavaScript the first of them gets
 * the focus; without, the page opens here.
 */
export function FormSummary({ state, title, word, names = {} }: FormSummaryProps) {
  const errors = state?.errors
  const problems = Object.entries(errors ?? {})
  useLedFocus(errors, () => document.getElementById(problems[0]?.[0] ?? ''))
  if (problems.length === 0) return null
  return (
    <Notice tone="danger" title={title} role="alert">
      <ul className="grid gap-1">
        {problems.map(([field, code]) => (
          <li key={field}>
            <a href={`#${field}`} className="text-berry underline underline-offset-4">
              {typeof names[field] === 'string' ? `${names[field]} · ${word(code)}` : word(code)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
