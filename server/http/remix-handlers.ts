import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { barePath } from '#app/kernel/locale.ts'

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
  return new Map(
    [...words].map((section) => {
      const own = leaves.filter(({ word }) => word === null || word === section)
      const ids = new Set(own.flatMap(({ branch }) => branch))
      const part = {
        ...build,
        routes: pick(routes, ids),
        assets: { ...assets, routes: pick(assets.routes, ids) },
      }
      return [section, part]
    }),
  )
}

function pick<T>(record: Record<string, T>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)))
}

/** Without the language, and without Remix's mark of a request for data. */
export function sectionOf(pathname: string): string {
  return (
    barePath(pathname)
      .replace(/\.data$/, '')
      .split('/', 2)[1] ?? ''
  )
}

/** Null for an index, a parameter or a splat. The language is an optional segment, which is no word. */
function firstWord(routes: Routes, id: string): string | null {
  const segments = branchOf(routes, id)
    .reverse()
    .flatMap((each) => routes[each]?.path?.split('/') ?? [])
    .filter((segment) => segment !== '' && !segment.endsWith('?'))
  const first = sectionOf(`/${segments.join('/')}`)
  return first === '' || /^[:*]/.test(first) ? null : first
}

/** The route and those around it, from the inside out. */
function branchOf(routes: Routes, id: string | undefined): Array<string> {
  return id === undefined ? [] : [id, ...branchOf(routes, routes[id]?.parentId)]
}
