import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { barePath, type Locale, localeOf, locales } from '#app/kernel/locale.ts'

type Routes = ServerBuild['routes']
export type HandlerOf = (pathname: string) => RequestHandler

/**
 * Remix compiles and ranks all routes that it knows five times a page (measured: a sixth of a list's time). So the
 * paths of each first segment have a handler of their own, which knows only what may match there.
 */
export async function createHandlers(
  build: () => Promise<ServerBuild>,
  mode: 'production' | 'development',
): Promise<HandlerOf> {
  if (mode === 'development') {
    // Asks for the build each time: Vite makes new ones.
    const whole = createRequestHandler(build, mode)
    return () => whole
  }
  const whole = await build()
  const sections = splitBuild(whole)
  const handlers = new Map([...sections].map(([word, part]) => [word, createRequestHandler(part, mode)]))
  const handler = createRequestHandler(whole, mode)
  return (pathname) => handlers.get(sectionOf(pathname)) ?? handler
}

/** By first segment, the build with only the routes that may match there: its own, and those that begin with no word. */
export function splitBuild(build: ServerBuild): ReadonlyMap<string, ServerBuild> {
  const { routes, assets } = build
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  const leaves = Object.keys(routes)
    .filter((id) => !parents.has(id))
    .map((id) => ({ word: firstWord(routes, id), branch: branchOf(routes, id) }))
  const words = new Set(leaves.flatMap(({ word }) => word ?? []))
  const parts = [...words].flatMap((word) => {
    const own = leaves.filter((leaf) => leaf.word === null || leaf.word === word)
    const ids = new Set(own.flatMap(({ branch }) => branch))
    const known = { ...assets, routes: pick(assets.routes, ids) }
    return locales.map((locale): [string, ServerBuild] => [
      `${locale}/${word}`,
      { ...build, routes: inLanguage(pick(routes, ids), locale), assets: known },
    ])
  })
  return new Map(parts)
}

/** With the language settled, which as an optional segment would double the routes. */
function inLanguage(routes: Routes, locale: Locale): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      if (!route || route.path !== 'en?') return [id, route]
      const { path: _, ...rest } = route
      return [id, locale === 'en' ? { ...rest, path: 'en' } : rest]
    }),
  )
}

function pick<T>(record: Record<string, T>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))
}

/** Language and first word of a path. */
export function sectionOf(pathname: string): string {
  return `${localeOf(pathname)}/${wordOf(pathname)}`
}

/** Without the language, and without Remix's mark of a request for data. */
function wordOf(pathname: string): string {
  const [, word = ''] = barePath(pathname)
    .replace(/\.data$/, '')
    .split('/', 2)
  return word
}

/** Null for an index, a parameter or a splat. The language is an optional segment, which is no word. */
function firstWord(routes: Routes, id: string): string | null {
  const segments = branchOf(routes, id)
    .reverse()
    .flatMap((each) => routes[each]?.path?.split('/') ?? [])
    .filter((segment) => segment !== '' && !segment.endsWith('?'))
  const first = wordOf(`/${segments.join('/')}`)
  return first === '' || /^[:*]/.test(first) ? null : first
}

/** The route and those around it, from the inside out. */
function branchOf(routes: Routes, id: string | undefined): Array<string> {
  return id === undefined ? [] : [id, ...branchOf(routes, routes[id]?.parentId)]
}
