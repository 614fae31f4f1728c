import { useEffect } from 'react'
import { type FairVisit, fairCookie, readFairVisit } from '../fair-visit.ts'

/** Remembers where the shopper comes from, for the figures of the fair; the latest visit counts. */
export function useFairVisit(visit: FairVisit | null): void {
  const { fair, via } = visit ?? {}
  useEffect(() => {
    if (fair && via) remember({ fair, via })
  }, [fair, via])
}

/**
 * Who has gone on before the script of the page with the visit ran comes from there, too. Once a document, and only
 * where nothing is remembered: its referrer stays the same while the shopper goes on and visits others.
 */
export function useVisitBefore(): void {
  useEffect(() => {
    const before = new URL(document.referrer || location.href)
    const visit = before.origin === location.origin && readFairVisit(before.searchParams)
    if (visit && !/\b(fair|live)=/.test(document.cookie)) remember(visit)
  }, [])
}

function remember(visit: FairVisit): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the shop serves
  document.cookie = fairCookie(visit, Date.now())
}
