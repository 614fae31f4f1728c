import { useFetchers, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** What the header says of whoever looks; answered by /me, never part of a public page. */
export type Visitor = { cartCount: number; name: string | null; isSignedIn: boolean }

/**
 * Public pages are the same bytes for everybody, so who is looking is asked for once after load, and again after
 * every change, so that the count follows the cart. Not by a fetcher: one that fails takes the whole page down.
 */
export function useVisitor(): Visitor | null {
  const [visitor, setVisitor] = useState<Visitor | null>(null)
  const isChanging = useIsChanging()
  useEffect(() => {
    if (isChanging) return
    const aborter = new AbortController()
    findVisitor(aborter.signal).then(setVisitor, () => undefined)
    return () => aborter.abort()
  }, [isChanging])
  return visitor
}

/** While a form is under way, until the page has followed it. */
function useIsChanging(): boolean {
  const navigation = useNavigation()
  const fetchers = useFetchers()
  return [navigation, ...fetchers].some(({ formMethod }) => formMethod !== undefined && formMethod !== 'GET')
}

async function findVisitor(signal: AbortSignal): Promise<Visitor> {
  const response = await fetch('/me', { signal })
  if (!response.ok) throw new Error(`no answer about the visitor: ${response.status}`)
  return (await response.json()) as Visitor
}
