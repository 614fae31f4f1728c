import type { InputHTMLAttributes } from 'react'
import { useIsScripted } from './use-is-scripted.ts'

type FileButtonProps = { label: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'>

/**
 * A file input as a button. Where no script runs it stays the browser's own, which says what was chosen before it is
 * sent with the form.
 */
export function FileButton({ label, ...rest }: FileButtonProps) {
  const isScripted = useIsScripted()
  return (
    <label
      className={
        isScripted
          ? 'inline-flex min-h-12 cursor-pointer items-center justify-center rounded-full border border-line-deep bg-card px-4 text-sm font-medium hover:border-ink has-disabled:opacity-60 has-focus-visible:outline-2 has-focus-visible:outline-cinnabar'
          : 'grid max-w-full grid-cols-1 gap-1 text-sm'
      }
    >
      {label}
      <input type="file" className={isScripted ? 'sr-only' : 'min-h-11 max-w-full'} {...rest} />
    </label>
  )
}
