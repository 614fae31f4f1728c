import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filterNames } from '#app/domain/catalog/list-query.ts'
import { listRoutes } from '#tests/support/routes.ts'
import { isPersonalPath, publicHeaders, publicTarget } from './public-page.ts'

test('carts, checkouts, orders and accounts are personal in both languages and as data', () => {
  const personal = [
    '/cart',
    '/en/cart',
    '/cart.data',
    '/en/cart.data',
    '/checkout/x/pay',
    '/orders/abc',
    '/orders/abc.data',
    '/account',
    '/en/account.data',
    '/account/orders',
    '/me',
    '/me.data',
    '/certificates.data',
    '/en/certificates/KX7M2R9TBD4W',
    '/dev/outbox',
    '/hooks/stripe',
  ]
  const open = [
    '/',
    '/en',
    '/_root.data',
    '/en.data',
    '/products',
    '/en/products/millet.data',
    '/carts',
    '/search',
    '/api/v1/products',
    '/help/orders',
  ]
  expect(personal.filter((pathname) => !isPersonalPath(pathname))).toEqual([])
  expect(open.filter(isPersonalPath)).toEqual([])
})

test('a public page has one URL: known parameters in one order', () => {
  expect(publicTarget('/products', '?sort=new&category=grain&utm_source=x&q=')).toBe(
    '/products?category=grain&sort=new',
  )
  expect(publicTarget('/products', '?utm_source=x')).toBe('/products')
  expect(publicTarget('/search', '?q=%E5%B0%8F%E7%B1%B3')).toBe('/search?q=%E5%B0%8F%E7%B1%B3')
})

test('every parameter that a public page reads gets to it', () => {
  const read = [...filterNames, 'sort', 'after', 'q', 'limit', '_routes', 'index']
  const search = `?${new URLSearchParams(read.map((name) => [name, '1']))}`
  expect([...new URL(publicTarget('/products', search), 'http://x').searchParams.keys()].sort()).toEqual(
    read.sort(),
  )
})

test('the tags of a page are those of its layouts and its own', () => {
  const parentHeaders = new Headers({ 'x-cache-tags': 'catalog' })
  const loaderHeaders = new Headers({ 'x-cache-tags': 'product:millet', 'set-cookie': 'a=1' })
  const headers = publicHeaders({
    parentHeaders,
    loaderHeaders,
    actionHeaders: new Headers(),
    errorHeaders: undefined,
  })
  expect([...headers]).toEqual([['x-cache-tags', 'catalog product:millet']])
})

async function publicSources() {
  const routes = await listRoutes()
  return routes
    .filter(({ pattern }) => !isPersonalPath(pattern))
    .map((leaf) => ({ ...leaf, source: readFileSync(path.resolve('app', leaf.file), 'utf8') }))
}

test('no route of a public path asks who is there', async () => {
  const sources = await publicSources()
  expect(sources.length).toBeGreaterThan(10)
  const asking = sources.filter(({ source }) =>
    /session\.server|findVisitor|ensureSession|requireShopper|clientAddress/.test(source),
  )
  expect(asking.map(({ pattern }) => pattern)).toEqual([])
})
