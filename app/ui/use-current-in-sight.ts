import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

/** For a row of links that scrolls sideways: the one to the page that is open stands in its middle. */
export function useCurrentInSight(): RefObject<HTMLDivElement> {
  const { pathname } = useLocation()
  const row = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another link
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current=page]')
    if (!row.current || !current) return
    const [outer, inner] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()]
    row.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
  }, [pathname])
  return row
}
