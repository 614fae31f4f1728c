import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'

/** What the header says of whoever looks; answered by /me, never part of a public page. */
export type Visitor = { cartCount: number; name: string | null; isSignedIn: boolean }

/**
 * Public pages are the same bytes for everybody, so who is looking is asked for once after load.
 * The fetcher is asked again by itself after every action, so the count follows the cart.
 */
export function useVisitor(): Visitor | null {
  const fetcher = useFetcher<Visitor>({ key: 'visitor' })
  const { data, load, state } = fetcher
  useEffect(() => {
    if (!data && state === 'idle') load('/me')
  }, [data, load, state])
  return data ?? null
}
