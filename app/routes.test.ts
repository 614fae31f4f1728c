import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import routes from './routes.ts'

/** Modules that show something, and may fail: layouts with words of their own, and pages found by a parameter. */
function listFallible(entries: ReadonlyArray<RouteConfigEntry>): Array<string> {
  return entries.flatMap(({ file, path: segment, children = [] }) => {
    const isFallible = children.length > 0 ? segment === undefined : segment?.includes(':')
    return [...(isFallible ? [file] : []), ...listFallible(children)]
  })
}

test('every layout and every page with a parameter has an ErrorBoundary', async () => {
  const sources = listFallible(await routes).map((file) => ({
    file,
    source: readFileSync(path.resolve('app', file), 'utf8'),
  }))
  const pages = sources.filter(({ source }) => /export default/.test(source))
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.filter(({ source }) => !/ErrorBoundary/.test(source)).map(({ file }) => file)).toEqual([])
})
