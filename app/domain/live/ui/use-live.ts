import { useEffect, useState } from 'react'
import type { LiveSnapshot } from '../snapshot.ts'
import type { Heard } from './live-source.ts'

type Live<Shown> = { snapshot: Shown; asOf: string; isStale: boolean }

const staleAfter = 10_000

/** What a page shows, from what it was rendered with to what its feed says; stale when nothing was heard for ten seconds (T85). */
export function useLive<Shown extends Pick<LiveSnapshot, 'asOf'>>(
  first: Shown,
  open: (hear: (heard: Heard) => void) => () => void,
): Live<Shown | LiveSnapshot> {
  const [shown, setShown] = useState<Omit<Live<Shown | LiveSnapshot>, 'isStale'>>({
    snapshot: first,
    asOf: first.asOf,
  })
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    let timer = window.setTimeout(() => setStale(true), staleAfter)
    const close = open(({ snapshot, asOf }) => {
      setShown((before) => ({ snapshot: snapshot ?? before.snapshot, asOf }))
      setStale(false)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setStale(true), staleAfter)
    })
    return () => {
      window.clearTimeout(timer)
      close()
    }
  }, [open])
  return { ...shown, isStale }
}

/** 14:03:22 in Shanghai, whatever the reader's clock says. */
export function shanghaiSecond(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 19)
}
