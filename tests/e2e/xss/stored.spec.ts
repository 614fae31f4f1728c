import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { locales, localPath } from '#app/kernel/locale.ts'
import { listRoutes, sampleOf } from '#tests/support/routes.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { openVisitor, type Visitor } from '../support/crawl.ts'
import { type OwnShop, openOwnShop } from '../support/own-shop.ts'
import { poison } from './poison.ts'
import { vectors } from './vectors.ts'

test.describe.configure({ mode: 'default' })

let shop: OwnShop
let visitor: Visitor

test.beforeAll(async () => {
  shop = await openOwnShop('xss')
  visitor = await openVisitor(shop)
  await poison(shop.owner, vectors)
})

test.afterAll(() => shop.stop())

/** Without the policy, so that escaping has to hold alone. `ran` counts what ran. */
async function openBrowser(browser: Browser, ran: { count: number }, bypassCSP = true): Promise<Page> {
  const context = await browser.newContext({ bypassCSP })
  await context.route('**/pictures/**', (route) => route.abort())
  await context.exposeBinding('xss', () => {
    ran.count += 1
  })
  await signIn(context)
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    ran.count += 1
    return dialog.dismiss()
  })
  return page
}

async function signIn(context: BrowserContext): Promise<void> {
  const pairs = visitor.cookie.split('; ').map((pair) => pair.split('=', 2))
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: shop.url })))
}

/** Markup that no page of ours has, and so can only come from a vector. */
function findIntruders(page: Page): Promise<Array<string>> {
  return page.evaluate(() => {
    const strange =
      'iframe, object, embed, base, marquee, math, video, audio, template, meta[http-equiv], [srcdoc]'
    const found = [...document.querySelectorAll(strange)]
    for (const element of document.querySelectorAll('*')) {
      const attributes = [...element.attributes]
      const isActive = attributes.some(({ name, value }) => {
        const isAddress = /^(?:href|src|action|formaction|data|xlink:href)$/.test(name)
        return name.startsWith('on') || (isAddress && /^\s*(?:javascript|vbscript|data:text)/i.test(value))
      })
      if (isActive) found.push(element)
    }
    const scripts = [...document.scripts].filter((script) => /^\s*xss\(/.test(script.textContent ?? ''))
    return [...found, ...scripts].map((element) => element.outerHTML.slice(0, 200))
  })
}

/** Opens a page, lets it come alive, and touches what can be touched. */
async function visit(page: Page, target: string): Promise<string> {
  const response = await page.goto(shop.url + target, { waitUntil: 'load' })
  expect([target, (response?.status() ?? 500) < 500]).toEqual([target, true])
  await waitUntilAlive(page)
  await page.mouse.move(200, 300)
  expect([target, await findIntruders(page)]).toEqual([target, []])
  return page.evaluate(() => {
    const described = [
      ...document.querySelectorAll('[alt], [aria-label], [placeholder], [value], [title], meta'),
    ]
    const attributes = described.flatMap((element) => [...element.attributes].map(({ value }) => value))
    return [document.body.textContent ?? '', document.title, ...attributes].join('\n')
  })
}

test('no stored text runs, on any page, in either language, though the policy is off (T50)', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  expect(vectors.length).toBeGreaterThanOrEqual(100)
  const ran = { count: 0 }
  const page = await openBrowser(browser, ran)
  const seen: Array<string> = []
  const products = await shop.services.db.product.findMany({
    where: { ratingCount: { gt: 5 } },
    take: 12,
    orderBy: { id: 'asc' },
  })
  const targets = [
    ...(await listRoutes())
      .filter(({ hasLanguages, isPage }) => hasLanguages && isPage)
      .map((leaf) => sampleOf(leaf, visitor)),
    ...products.map(({ slug }) => `/products/${slug}`),
    ...['/products?sort=sales', '/products?sort=newest', '/products?storage=frozen'],
  ].filter((target) => target !== '/staff/sign-out')
  for (const target of targets)
    for (const locale of locales) seen.push(await visit(page, localPath(locale, target)))
  expect(ran.count).toBe(0)
  const text = seen.join('\n')
  // What a reader sees of a vector is the vector: most were shown somewhere, letter by letter.
  const shown = vectors.filter((vector) => text.includes(vector.trim()))
  expect(shown.length / vectors.length).toBeGreaterThan(0.9)
})

test('no text of an address runs: searches, ways back, paths (T50)', async ({ browser }) => {
  test.setTimeout(240_000)
  const ran = { count: 0 }
  const page = await openBrowser(browser, ran)
  const ways = [
    (text: string) => `/search?q=${text}`,
    (text: string) => `/products?division=${text}&after=${text}`,
    (text: string) => `/account/sign-in?redirectTo=${text}`,
    (text: string) => `/${text}`,
  ]
  // Every other one: each page is a whole one, and all of them are stored above.
  for (const [index, vector] of vectors.filter((_, index) => index % 2 === 0).entries()) {
    const way = ways[index % ways.length]!
    await visit(page, localPath(locales[(index >> 2) % 2]!, way(encodeURIComponent(vector))))
  }
  expect(ran.count).toBe(0)
})

test('were one to get in, the policy would not let it run; without the policy it would (T50)', async ({
  browser,
}) => {
  for (const bypassCSP of [true, false]) {
    const ran = { count: 0 }
    const page = await openBrowser(browser, ran, bypassCSP)
    await page.goto(shop.url)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'xss()'
      const host = document.createElement('div')
      host.innerHTML =
        '<img src="/nowhere.png" onerror="xss()"><a id="x" href="javascript:xss()">x</a><iframe srcdoc="<script>parent.xss()</script>"></iframe>'
      document.body.append(script, host)
      document.getElementById('x')?.click()
    })
    const expected = bypassCSP ? 4 : 0
    await page.waitForLoadState('networkidle')
    await expect.poll(() => ran.count).toBe(expected)
  }
})
