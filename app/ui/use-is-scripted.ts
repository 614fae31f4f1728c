import { useEffect, useState } from 'react'

/** False on the server and where no script runs: for what only makes sense with one, or without. */
export function useIsScripted(): boolean {
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return isScripted
}
