import { useEffect } from 'react'
import { type FairVisit, fairCookie } from '../fair-visit.ts'

/** Remembers where the shopper comes from, for the figures of the fair; the latest visit counts. */
export function useFairVisit(visit: FairVisit | null): void {
  const { fair, via } = visit ?? {}
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the shop serves
    if (fair && via) document.cookie = fairCookie({ fair, via }, Date.now())
  }, [fair, via])
}
