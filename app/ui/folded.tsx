import type { ReactNode } from 'react'

type FoldedProps = {
  title: string
  /** Says more than the title to whom the place says nothing. */
  label?: string
  /** There is something to mend in it, or to see at once. */
  isOpen?: boolean
  className?: string
  children: ReactNode
}

/** What is wanted now and then, behind a native disclosure. */
export function Folded({ title, label, isOpen = false, className, children }: FoldedProps) {
  return (
    <details open={isOpen || undefined} className={className}>
      <summary
        aria-label={label}
        className="inline-flex min-h-11 cursor-pointer items-center text-sm text-cinnabar underline-offset-4 hover:underline"
      >
        {title}
      </summary>
      {children}
    </details>
  )
}
