import { type RefCallback, useCallback, useState } from 'react'
import { useIsScripted } from './use-is-scripted.ts'

/**
 * Keeps what was typed into a textarea before the script ran: React, when it takes over a textarea that the server
 * drew with a text, writes that text into it again. (Into other fields it writes nothing.)
 */
export function useTypedText(id: string): RefCallback<HTMLTextAreaElement> {
  const isScripted = useIsScripted()
  const [typed] = useState(() => (isScripted ? undefined : readTyped(id)))
  return useCallback(
    (field) => {
      if (field && typed !== undefined) field.value = typed
    },
    [typed],
  )
}

/** Undefined on the server, too. */
function readTyped(id: string): string | undefined {
  if (typeof document === 'undefined') return undefined
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue ? field.value : undefined
}
