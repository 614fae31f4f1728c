import { useLocation } from '@remix-run/react'

/** A submission's page, which keeps the filters of the list for the way back. */
export function useSubmissionPath(): (id: string) => string {
  const search = new URLSearchParams(useLocation().search)
  for (const name of ['done', 'after']) search.delete(name)
  const filters = search.size > 0 ? `?${search}` : ''
  return (id) => `/organizer/listings/${id}${filters}`
}
