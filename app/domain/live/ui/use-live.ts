import { useEffect, useState } from 'react'
import type { LiveSnapshot } from '../snapshot.ts'
import type { Heard } from './live-source.ts'

type Live<Shown> = {
  snapshot: Shown
  asOf: string
  isStale: boolean
  /** The session has ended: nothing more will be heard before somebody signs in. */
  isSignedOut: boolean
}

const staleAfter = 10_000

/** What a page shows, from what it was rendered with to what its feed says; stale when nothing was heard for ten seconds (T85). */
export function useLive<Shown extends Pick<LiveSnapshot, 'asOf'>>(
  first: Shown,
  open: (hear: (heard: Heard) => void) => () => void,
): Live<Shown | LiveSnapshot> {
  const [shown, setShown] = useState<Pick<Live<Shown | LiveSnapshot>, 'snapshot' | 'asOf'>>({
    snapshot: first,
    asOf: first.asOf,
  })
  const [isStale, setStale] = useState(false)
  const [isSignedOut, setSignedOut] = useState(false)
  useEffect(() => {
    let timer = window.setTimeout(() => setStale(true), staleAfter)
    const close = open((heard) => {
      setSignedOut(heard === 'signed-out')
      if (heard === 'signed-out') return
      const { snapshot, asOf } = heard
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
  return { ...shown, isStale, isSignedOut }
}

/** 14:03:22 in Shanghai, whatever the reader's clock says. */
export function shanghaiSecond(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 19)
}
