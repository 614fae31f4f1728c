import { useEffect, useRef } from 'react'
import { useIsScripted } from './use-is-scripted.ts'

/**
 * Leads the focus to what `find` finds, once an occasion, as an answer is. A page that came with its answer may have been
 * read long before the script ran: whoever writes somewhere by then is left there.
 */
export function useLedFocus(occasion: unknown, find: () => HTMLElement | null | undefined): void {
  const isTakingOver = useRef(!useIsScripted())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another occasion, another place
  useEffect(() => {
    const isWriting = isTakingOver.current && document.activeElement !== document.body
    isTakingOver.current = false
    if (occasion && !isWriting) find()?.focus()
  }, [occasion])
}
