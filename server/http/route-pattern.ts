import type { ServerBuild } from '@remix-run/node'

/** A path as it may be logged: segments that no route spells out become `:`, since a token or a name may be there. */
export type RoutePattern = (pathname: string) => string

export function createRoutePattern(routes: ServerBuild['routes']): RoutePattern {
  const words = new Set<string>()
  for (const route of Object.values(routes)) {
    for (const segment of route?.path?.split('/') ?? []) {
      if (!segment.startsWith(':') && segment !== '*') words.add(segment.replace(/\?$/, ''))
    }
  }
  return (pathname) =>
    pathname
      .split('/')
      .map((segment) => {
        const word = segment.replace(/\.data$/, '')
        return segment === '' || words.has(word) || word === '_root' ? segment : ':'
      })
      .join('/')
}
