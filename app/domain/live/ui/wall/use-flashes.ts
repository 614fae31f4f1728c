import { useEffect, useMemo, useRef } from 'react'

type Sum = { key: string; amountFen: number }
type Known = {
  amountFen: number /** Id of the snapshot in which it grew last; null since the page was opened. */
  mark: string | null
}

/**
 * What has just happened: the mark of each sum that has changed since the page was opened. A new mark is a new key of an
 * element, whose animation so begins anew; no timer, and no more marks than there are sums.
 */
export function useFlashes(sums: ReadonlyArray<Sum>, id: string): ReadonlyMap<string, string | null> {
  const before = useRef<ReadonlyMap<string, Known> | null>(null)
  const known = useMemo(() => compare(before.current, sums, id), [sums, id])
  useEffect(() => {
    before.current = known
  }, [known])
  return useMemo(() => new Map([...known].map(([key, { mark }]) => [key, mark])), [known])
}

function compare(
  before: ReadonlyMap<string, Known> | null,
  sums: ReadonlyArray<Sum>,
  id: string,
): ReadonlyMap<string, Known> {
  return new Map(
    sums.map(({ key, amountFen }) => {
      const known = before?.get(key)
      const isSame = before === null || known?.amountFen === amountFen
      return [key, { amountFen, mark: isSame ? (known?.mark ?? null) : id }]
    }),
  )
}
