import { useEffect } from 'react'
import type { FormState } from '#app/kernel/form.ts'
import { Notice } from './notice.tsx'

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
  // Once an answer: a page that is drawn again meanwhile must not take the focus from whoever types already.
  useEffect(() => {
    const first = Object.keys(errors ?? {})[0]
    if (first) document.getElementById(first)?.focus()
  }, [errors])
  const problems = Object.entries(errors ?? {})
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
