import type { Page } from '@playwright/test'
import type { LiveSnapshot } from '#app/domain/live/snapshot.ts'
import { appendEntries } from '#app/domain/sales/append-entries.server.ts'
import { liveWords } from '#app/messages/live-words.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { boothEntry, createFair } from '#tests/support/fairs.ts'
import { createStaff } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import type { Shelf } from '../support/shelf.ts'
import { expectSound } from '../support/soundness.ts'

/** A fair that nobody else in this run sells at. */
async function openFair(shop: Services, shelf: Shelf) {
  const fair = await createFair(shop.db, { isPublished: true, hasPublicFigure: true })
  const [goods] = await shelf.take({})
  const { product } = await shop.db.variant.findUniqueOrThrow({
    where: { id: goods.variantId },
    include: { product: true },
  })
  const where = { exhibitionId: fair.id, enterpriseId: product.enterpriseId, variantId: goods.variantId }
  const sell = (yuan: number, isVerified = true) =>
    withTransaction(shop.pool, (tx) =>
      appendEntries(
        tx,
        new Date(),
        [boothEntry(where, { amountFen: yuan * 100, occurredAt: new Date() })],
        isVerified ? 'payment' : undefined,
      ),
    )
  return { ...fair, goods, sell }
}

/** What a proxy does that lets no stream through, and asks who one is before it lets anything through. */
async function blockStreams(page: Page): Promise<void> {
  let isKnown = false
  await page.route('**/live/exhibitions/**', async (route) => {
    if (route.request().resourceType() === 'eventsource') return await route.abort()
    if (isKnown) return await route.continue()
    isKnown = true
    await route.fulfill({ contentType: 'text/html', body: '<p>Sign in</p>' })
  })
}

test('the wall follows each sale without being loaded again, by stream and where streams are blocked', async ({
  browser,
  shop,
  shelf,
  shopper,
}) => {
  const fair = await openFair(shop, shelf)
  await fair.sell(12_000)
  const staff = await createStaff(shop.db, 'viewer')
  const desk = await openDesk(browser, shop, staff)
  const words = liveWords('zh')

  await test.step('organizers see all entries, everybody the verified ones, and each says which', async () => {
    await desk.visit(`/organizer/exhibitions/${fair.slug}/wall`)
    await shopper.visit(`/exhibitions/${fair.slug}/wall`)
    await expect(desk.page.getByText(words.counts['claimed-and-verified'], { exact: true })).toBeVisible()
    await expect(shopper.page.getByText(words.counts.verified, { exact: true })).toBeVisible()
    for (const page of [desk.page, shopper.page])
      await expect(page.locator('.wall-total')).toContainText('1.2万元')
  })
  await test.step('a sale is there within two seconds', async () => {
    await desk.page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await fair.sell(10_000)
    await expect(desk.page.locator('.wall-total')).toContainText('2.2万元', { timeout: 2_000 })
    await expect(shopper.page.locator('.wall-total')).toContainText('2.2万元', { timeout: 2_000 })
    await fair.sell(50_000, false)
    await expect(desk.page.locator('.wall-total')).toContainText('7.2万元', { timeout: 2_000 })
    await expect(desk.page.getByText(words.verifiedPart('2.2万元'))).toBeVisible()
    await expect(shopper.page.locator('.wall-total')).toContainText('2.2万元')
    expect(await desk.page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })
  await test.step('the fair’s own page shows the same figures', async () => {
    const page = await shopper.page.context().newPage()
    await page.goto(`/exhibitions/${fair.slug}`)
    await fair.sell(1_000)
    await expect(page.locator('section:has(#live)')).toContainText('2.3万元', { timeout: 10_000 })
    await page.close()
  })
  await test.step('the organizers’ dashboard follows it part by part, each amount before its entries', async () => {
    const { page, t } = desk
    await desk.visit(`/organizer/exhibitions/${fair.slug}`)
    await fair.sell(1_000)
    const all = page.getByRole('region', { name: t.fairs.summary.all })
    await expect(all).toContainText('7.4万元', { timeout: 10_000 })
    await expect(page.getByRole('region', { name: t.fairs.summary.verified })).toContainText('2.4万元')
    const channels = page.getByRole('region', { name: t.analysis.breakdowns.channel })
    await expect(channels).toContainText('7.4万元')
    await channels.getByRole('link', { name: t.analysis.toEntries(words.channels.onsite) }).click()
    await expect(page.getByRole('list', { name: t.analysis.list.results }).getByRole('listitem')).toHaveCount(
      5,
    )
  })
  await test.step('who is signed in no more reads why it stands still, and the way there', async () => {
    const context = desk.page.context()
    const page = await context.newPage()
    await page.route('**/organizer/**/live', (route) =>
      route.request().resourceType() === 'eventsource' ? route.abort() : route.continue(),
    )
    await page.goto(`/organizer/exhibitions/${fair.slug}/wall`)
    await context.clearCookies()
    await expect(page.getByRole('alert')).toContainText(words.signedOut, { timeout: 20_000 })
    await page.getByRole('link', { name: words.signIn }).click()
    await expect(page).toHaveURL(/sign-in\?redirectTo=%2Forganizer%2Fexhibitions%2F.*%2Fwall$/)
    await page.close()
  })
  await test.step('where streams are blocked, it asks, and goes on asking', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await blockStreams(page)
    await page.goto(`/exhibitions/${fair.slug}/wall`)
    await fair.sell(10_000)
    await expect(page.locator('.wall-total')).toContainText('3.4万元', { timeout: 15_000 })
    await context.close()
  })
  expect(desk.faults, 'what the browser complained about').toEqual([])
})

test('what has not been heard of for ten seconds says so, and of when it is (T85)', async ({
  browser,
  shop,
  shelf,
}) => {
  const fair = await openFair(shop, shelf)
  const context = await browser.newContext()
  const page = await context.newPage()
  await blockStreams(page)
  await page.goto(`/exhibitions/${fair.slug}/wall`)
  await expect(page.locator('.wall-time')).toHaveText(/^截至 \d\d:\d\d:\d\d$/)
  // Before the other is taken away: a stream that opens in between stays open.
  await page.route('**/live/exhibitions/**', (route) => route.abort())
  await expect(page.locator('.wall-time')).toHaveText(/^截至 \d\d:\d\d:\d\d · 数据可能延迟$/, {
    timeout: 25_000,
  })
  await page.unroute('**/live/exhibitions/**')
  await fair.sell(20_000)
  await expect(page.locator('.wall-total')).toContainText('2.0万元', { timeout: 30_000 })
  await expect(page.locator('.wall-time')).toHaveText(/^截至 \d\d:\d\d:\d\d$/)
  await context.close()
})

for (const language of ['zh', 'en'] as const) {
  test(`every scene of the wall is sound, and moved by keys (${language})`, async ({
    browser,
    shop,
    shelf,
  }) => {
    const fair = await openFair(shop, shelf)
    await fair.sell(12_000)
    const staff = await createStaff(shop.db, 'viewer')
    const { page, visit } = await openDesk(browser, shop, staff, language)
    const words = liveWords(language).wall
    await page.setViewportSize({ width: 1920, height: 1080 })
    await visit(`/organizer/exhibitions/${fair.slug}/wall`)
    await waitUntilAlive(page)
    const scenes = Object.values(words.scenes)
    for (const [index, scene] of scenes.entries()) {
      await page.keyboard.press(String(index + 1))
      await expect(page.getByRole('button', { name: scene })).toHaveAttribute('aria-pressed', 'true')
      await expectSound(page)
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: words.keys.title })).toBeVisible()
    await expectSound(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    // A number key stays on its scene; space goes on.
    await expect(page.getByRole('button', { name: words.keys.resume })).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: words.keys.pause })).toBeVisible()
  })
}

test('six tabs share one stream, and when the tab that listens goes, another one does (T82)', async ({
  browser,
  shop,
  shelf,
}) => {
  const fair = await openFair(shop, shelf)
  const context = await browser.newContext()
  const streams: Array<Page> = []
  const pages: Array<Page> = []
  for (let tab = 0; tab < 6; tab += 1) {
    const page = await context.newPage()
    page.on('request', (request) => {
      if (request.resourceType() === 'eventsource') streams.push(page)
    })
    await page.goto(`/exhibitions/${fair.slug}/wall`)
    pages.push(page)
  }
  await fair.sell(20_000)
  for (const page of pages) await expect(page.locator('.wall-total')).toContainText('2.0万元')
  const listening = streams[0]!
  expect(new Set(streams).size).toBe(1)
  // A seventh page still loads on HTTP/1.1, whose six connections a host are not taken.
  const seventh = await context.newPage()
  await seventh.goto('/divisions')
  await listening.close()
  await fair.sell(10_000)
  for (const page of pages.filter((each) => each !== listening))
    await expect(page.locator('.wall-total')).toContainText('3.0万元')
  expect(new Set(streams).size).toBe(2)
  await context.close()
})

test('after thousands of snapshots the wall has no more nodes and listeners than before', async ({
  browser,
  shop,
  shelf,
}) => {
  const fair = await openFair(shop, shelf)
  await fair.sell(12_000)
  const context = await browser.newContext()
  const page = await context.newPage()
  // A stream that the test speaks on.
  await page.addInitScript(() => {
    class Stream extends EventTarget {
      readyState = 1
      constructor() {
        super()
        Object.assign(window, { stream: this })
      }
      close() {}
    }
    Object.assign(window, { EventSource: Stream })
  })
  await page.goto(`/exhibitions/${fair.slug}/wall`)
  await page.waitForFunction(() => 'stream' in window)
  const base = await shop.live.current(fair.id, 'public')
  const devTools = await context.newCDPSession(page)
  await devTools.send('Performance.enable')
  async function count() {
    await devTools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devTools.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    return { elements, nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  async function tell(from: number, to: number): Promise<void> {
    await page.evaluate(
      async ([snapshot, first, last]) => {
        const { stream } = window as unknown as { stream: EventTarget }
        for (let index = first; index < last; index += 1) {
          const told: LiveSnapshot = structuredClone(snapshot)
          const division = told.divisions[index % 12]!
          division.amountFen += index * 1_000_000
          told.figures.totalFen += index * 1_000_000
          told.id = String(index)
          told.lastSales = Array.from({ length: 12 }, (_, sale) => ({
            ...snapshot.lastSales[0]!,
            at: new Date(1.8e12 + (index - sale) * 1_000).toISOString(),
          }))
          stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(told) }))
          // React paints in between.
          if (index % 5 === 0) await new Promise((resolve) => setTimeout(resolve))
        }
        await new Promise((resolve) => setTimeout(resolve, 4_000))
      },
      [base!, from, to] as const,
    )
  }
  await page.keyboard.press('1')
  await tell(0, 300)
  const before = await count()
  await tell(300, 4_300)
  const after = await count()
  expect(after.elements).toBe(before.elements)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1 + 50)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5)
  await context.close()
})
