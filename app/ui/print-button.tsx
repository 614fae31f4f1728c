import type { ComponentProps } from 'react'
import { Button } from './button.tsx'
import { useIsScripted } from './use-is-scripted.ts'

/** The page on paper; where no script runs the browser's own menu does it. */
export function PrintButton(look: Omit<ComponentProps<typeof Button>, 'type' | 'onClick'>) {
  return useIsScripted() ? <Button type="button" onClick={() => window.print()} {...look} /> : null
}
