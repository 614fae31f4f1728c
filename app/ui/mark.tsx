import { dragonPath } from './dragon-path.ts'

type MarkProps = {
  /** Its height as a class; the width follows. */
  className?: string
  /** Spoken name where the mark stands alone; beside the wordmark it is decoration. */
  label?: string
}

/** The jade dragon alone, in the colour of the text around it. */
export function Mark({ className = 'size-8', label }: MarkProps) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const }
  return (
    <svg className={className} viewBox="0 -4 104 104" fill="currentColor" focusable="false" {...spoken}>
      <path d={dragonPath} />
    </svg>
  )
}
