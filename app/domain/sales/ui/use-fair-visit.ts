import { useEffect } from 'react'
import { type FairVisit, fairCookie, readFairVisit } from '../fair-visit.ts'

/** Remembers where the shopper comes from, for the figures of the fair; the latest visit counts. */
export function useFairVisit(visit: FairVisit | null): void {
  const { fair, via } = visit ?? {}
  useEffect(() => {
    // Who has gone on before the script of the page with the visit ran still comes from there.
    const shown =
      fair && via ? { fair, via } : readFairVisit(new URL(document.referrer || location.href).searchParams)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the shop serves
    if (shown) document.cookie = fairCookie(shown, Date.now())
  }, [fair, via])
}
