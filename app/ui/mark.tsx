import { dragonPath } from './dragon-path.ts'

/** The jade dragon in the colour of the text around it. It stands beside the name of the shop, so it says nothing itself. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 -4 104 104"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={dragonPath} />
    </svg>
  )
}
