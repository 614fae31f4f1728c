import { useLocation } from '@remix-run/react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** Beneath a keyset list: on to the next page, and back to the first, with the filters of the address. */
export function PageTurner({ next }: { next: string | null }) {
  const t = useStaffMessages().staff.paging
  const { pathname, search } = useLocation()
  const isFirst = !new URLSearchParams(search).has('after')
  const linkTo = (after: string | null) => {
    const filters = new URLSearchParams(search)
    if (after === null) filters.delete('after')
    else filters.set('after', after)
    return `${barePath(pathname)}?${filters}`
  }
  if (isFirst && next === null) return null
  return (
    <nav className="flex flex-wrap justify-between gap-3 py-4" aria-label={t.next}>
      {isFirst ? (
        <span />
      ) : (
        <ButtonLink to={linkTo(null)} kind="quiet">
          {t.first}
        </ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink to={linkTo(next)} kind="secondary" rel="next">
          {t.next}
        </ButtonLink>
      )}
    </nav>
  )
}
