import { useRef } from 'react'
import { Notice } from '#app/ui/notice.tsx'
import { useLedFocus } from '#app/ui/use-led-focus.ts'
import { useFieldName, useListingWord } from './use-listing-words.ts'

/** What must be mended, each as a link to its field; it takes the focus when it appears. */
export function ProblemSummary({ title, errors }: { title: string; errors: Record<string, string> }) {
  const word = useListingWord()
  const nameOf = useFieldName()
  const place = useRef<HTMLDivElement>(null)
  useLedFocus(errors, () => place.current)
  if (Object.keys(errors).length === 0) return null
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="danger" title={title} role="alert">
        <ul className="grid gap-1">
          {Object.entries(errors).map(([field, code]) => (
            <li key={field}>
              <a
                href={`#${field}`}
                className="inline-flex min-h-8 items-center text-berry underline underline-offset-4"
              >
                {nameOf(field)} · {word(code)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
