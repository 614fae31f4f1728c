import { useSyncExternalStore } from 'react'

/**
 * False on the server, where no script runs, and for the drawing with which React takes over what the server drew: for
 * what only makes sense with a script, or without.
 */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

function neverChanges() {
  return () => undefined
}
