import { useLocation } from '@remix-run/react'

/** The query of the page's address, to read. Remix's own hook brings what sets it, too, to every page of the shop. */
export function useQuery(): URLSearchParams {
  return new URLSearchParams(useLocation().search)
}
