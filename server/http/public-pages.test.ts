import { afterEach, expect, test } from 'vitest'
import { publicPage } from '#app/platform/public-page.ts'
import { openTestHost, type TestHost, type TestRoutes } from '#tests/support/host.ts'

let host: TestHost

async function open(routes: TestRoutes) {
  host = await openTestHost(routes)
  return (path: string, init?: RequestInit) => fetch(host.url + path, { redirect: 'manual', ...init })
}

afterEach(() => host.stop())

function tagged(text: string, tags = ['catalog'], more: HeadersInit = {}) {
  return new Response(text, {
    headers: { ...publicPage(tags).headers, 'content-type': 'text/plain', ...more },
  })
}

test('nothing of who asks reaches the render of a public page', async () => {
  const seen: Array<Request> = []
  const loader = ({ request }: { request: Request }) => {
    seen.push(request)
    return tagged('list')
  }
  const get = await open({ '/products': { loader } })
  await get('/products?sort=new&utm_source=mail', {
    headers: {
      cookie: 'session=secret',
      authorization: 'Bearer secret',
      'accept-language': 'en',
      'user-agent': 'me',
    },
  })
  expect([...(seen[0]?.headers ?? [])]).toEqual([])
  expect(seen[0]?.url).toBe('http://shop.test/products?sort=new')
})

test('a public page that asks for the address of its reader fails instead of remembering it', async () => {
  const get = await open({ '/products': { loader: ({ context }) => tagged(context.clientAddress) } })
  expect((await get('/products')).status).toBe(500)
})

test('a page is rendered once, however many ask at once, and again only after its tag was dropped', async () => {
  let renders = 0
  const loader = async () => {
    renders += 1
    const text = `render ${renders}`
    await new Promise((resolve) => setTimeout(resolve, 30))
    return tagged(text, ['catalog', 'product:millet'])
  }
  const get = await open({ '/products': { loader } })
  const texts = await Promise.all(Array.from({ length: 40 }, async () => (await get('/products')).text()))
  expect(new Set(texts)).toEqual(new Set(['render 1']))
  host.publish(['product:beef'])
  expect(await (await get('/products')).text()).toBe('render 1')
  host.publish(['product:millet'])
  expect(await (await get('/products')).text()).toBe('render 2')
  host.loseBus()
  expect(await (await get('/products')).text()).toBe('render 3')
})

test('a render that began before a drop is not kept after it', async () => {
  let renders = 0
  const started = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const loader = async () => {
    renders += 1
    const text = `render ${renders}`
    started.resolve()
    await go.promise
    return tagged(text, ['product:millet'])
  }
  const get = await open({ '/products': { loader } })
  const old = get('/products')
  await started.promise
  host.publish(['product:millet'])
  go.resolve()
  expect(await (await old).text()).toBe('render 1')
  expect(await (await get('/products')).text()).toBe('render 2')
})

test('pages with a cookie, without tags, not found, or of one person are never kept', async () => {
  let renders = 0
  const count = (make: () => Response) => () => {
    renders += 1
    return make()
  }
  const get = await open({
    '/products': { loader: count(() => tagged('x', ['catalog'], { 'set-cookie': 'a=1' })) },
    '/search': { loader: count(() => new Response('x')) },
    '/gone': {
      loader: count(() => new Response('x', { status: 404, headers: publicPage(['catalog']).headers })),
    },
    '/cart': { loader: count(() => tagged('x')) },
    '/en/cart': { loader: count(() => tagged('x')) },
    '/me': { loader: count(() => tagged('x')) },
  })
  for (const path of ['/products', '/search', '/gone', '/cart', '/en/cart', '/me']) {
    renders = 0
    const first = await get(path)
    await get(path)
    expect([path, renders]).toEqual([path, 2])
    expect(first.headers.get('cache-control')).toBe('private, no-store')
    expect(first.headers.get('x-cache-tags')).toBeNull()
  }
})

test('the same page has one name, whatever the order of its query and the marks of campaigns', async () => {
  let renders = 0
  const loader = () => {
    renders += 1
    return tagged('list')
  }
  const get = await open({ '/products': { loader } })
  for (const query of [
    '?sort=new&category=grain',
    '?category=grain&sort=new&fbclid=1',
    '?category=grain&q=&sort=new',
  ]) {
    await get(`/products${query}`)
  }
  expect(renders).toBe(1)
})

test('a known page is answered by 304, with its headers, and HEAD without its body', async () => {
  const get = await open({ '/products': { loader: () => tagged('list') } })
  const first = await get('/products')
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe(
    'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
  )
  const second = await get('/products', { headers: { 'if-none-match': `"other", ${etag}` } })
  expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', etag])
  const head = await get('/products', { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', ''])
})

test('each client gets the encoding that it takes', async () => {
  const text = '赤峰好物 '.repeat(500)
  const get = await open({ '/products': { loader: () => tagged(text) } })
  for (const [accepted, used] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const response = await get('/products', { headers: { 'accept-encoding': accepted } })
    expect([accepted, response.headers.get('content-encoding')]).toEqual([accepted, used])
    expect(response.headers.get('vary')).toBe('accept-encoding')
    expect(await response.text()).toBe(text)
  }
})

test('a trailing slash leads to the page itself, and never abroad', async () => {
  const get = await open({ '/products': { loader: () => tagged('list') } })
  const response = await get('/products/?q=1')
  expect([response.status, response.headers.get('location')]).toEqual([308, '/products?q=1'])
  expect((await get('//evil.test/')).status).toBe(400)
})
