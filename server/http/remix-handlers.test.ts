import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import config from '#app/routes.ts'
import { sectionOf, splitBuild } from './remix-handlers.ts'

type Route = { id: string; parentId?: string; path?: string; index?: boolean }

function flatten(entries: ReadonlyArray<RouteConfigEntry>, parentId: string): Array<Route> {
  return entries.flatMap(({ file, path, index, children = [] }) => {
    const id = `${parentId}/${path ?? file}`
    const route = { id, parentId, ...(path && { path }), ...(index && { index }) }
    return [route, ...flatten(children, id)]
  })
}

const routes = [{ id: 'root', path: '' }, ...flatten(await config, 'root')]
const record = Object.fromEntries(routes.map((route) => [route.id, route]))
const build = { routes: record, assets: { routes: record } } as unknown as ServerBuild

/** What matches in a build, from the outside in. */
function matchIn({ routes }: ServerBuild, pathname: string): Array<string | undefined> | undefined {
  const childrenOf = (parentId: string | undefined): Parameters<typeof matchRoutes>[0] =>
    Object.values(routes as Record<string, Route>)
      .filter((route) => route.parentId === parentId)
      .map(({ id, path, index }) =>
        index ? { id, index } : { id, ...(path && { path }), children: childrenOf(id) },
      )
  return matchRoutes(childrenOf(undefined), pathname)?.map(({ route }) => route.id)
}

/** A path of each route, with words in the places of its parameters. */
function pathsOf({ id }: Route): Array<string> {
  const branch: Array<Route> = []
  for (let at = record[id]; at; at = record[at.parentId ?? '']) branch.unshift(at)
  const bare = branch
    .flatMap(({ path }) => path?.split('/') ?? [])
    .filter((segment) => segment !== '' && segment !== 'en?')
    .map((segment) => segment.replace(/^:.*|^\*$/, 'something'))
  return [`/${bare.join('/')}`, `/${['en', ...bare].join('/')}`]
}

test('what Remix would match among all routes, it matches among those of a section', () => {
  const parts = splitBuild(build)
  const paths = [
    ...new Set(routes.flatMap(pathsOf)),
    '/nowhere',
    '/en/nowhere/at/all',
    '/products/a/b/c',
    '/en',
  ]
  expect(paths.length).toBeGreaterThan(60)
  const different = paths.filter((path) => {
    const part = parts.get(sectionOf(path))
    return part && JSON.stringify(matchIn(part, path)) !== JSON.stringify(matchIn(build, path))
  })
  expect(different).toEqual([])
})

test('each first word of an address has a section of its own, and it is smaller than the whole', () => {
  const parts = splitBuild(build)
  for (const path of [
    '/products',
    '/en/products/millet',
    '/products.data',
    '/search',
    '/cart',
    '/en/account/orders',
  ]) {
    const part = parts.get(sectionOf(path))
    expect([path, Object.keys(part?.routes ?? {}).length]).toEqual([path, expect.any(Number)])
    expect(Object.keys(part?.routes ?? {}).length).toBeGreaterThan(0)
    expect(Object.keys(part?.routes ?? {}).length).toBeLessThan(routes.length / 2)
    expect(Object.keys(part?.assets.routes ?? {})).toEqual(Object.keys(part?.routes ?? {}))
  }
  for (const path of ['/', '/en', '/nowhere', '/__manifest'])
    expect(parts.get(sectionOf(path))).toBeUndefined()
})
