import type { ServerBuild } from '@remix-run/node'
import { LRUCache } from 'lru-cache'

/** A path as it may be logged: segments that no route spells out become `:`, since a token or a name may be there. */
export type RoutePattern = (pathname: string) => string

export function createRoutePattern(routes: ServerBuild['routes']): RoutePattern {
  const words = new Set<string>()
  for (const route of Object.values(routes)) {
    for (const segment of route?.path?.split('/') ?? []) {
      if (!segment.startsWith(':') && segment !== '*') words.add(segment.replace(/\?$/, ''))
    }
  }
  const patterns = new LRUCache<string, string>({ max: 1_000 })
  return function patternOf(pathname) {
    const known = patterns.get(pathname)
    if (known !== undefined) return known
    const pattern = pathname.split('/').map(masked).join('/')
    patterns.set(pathname, pattern)
    return pattern
  }

  function masked(segment: string): string {
    const word = segment.replace(/\.data$/, '')
    return segment === '' || words.has(word) || word === '_root' ? segment : ':'
  }
}
