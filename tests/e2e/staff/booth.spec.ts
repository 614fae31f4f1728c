import type { Page } from '@playwright/test'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { createStaff } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { openBooth, openTillDesk, readKept, waitUntilKept } from '../support/booth.ts'
import { openDesk, openMenu } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import type { Goods } from '../support/shelf.ts'
import { expectSound } from '../support/soundness.ts'

const offline = /ERR_INTERNET_DISCONNECTED|Failed to fetch/
/** 1.25 斤 of something without a listing, at 70.40 yuan each. */
const otherFen = fen(8_800)

test('a phone sells all day without a network, and everything is in the ledger once (O3) @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { booth, staff, desk } = await openTillDesk(browser, shop, goods)
  const { t, visit, faults } = desk
  const words = t.booths
  const context = desk.page.context()
  let page = desk.page
  const sell = (by: keyof typeof words.tenders) => tapSale(page, goods, words.tenders[by])
  const waiting = (count: number) => page.getByText(words.sync.waiting(count))

  await test.step('chooses the booth once; the phone remembers it', async () => {
    await visit('/booth?choose')
    await expectSound(page)
    await page.getByLabel(words.choose.booth).selectOption(`${booth.fair}/${booth.enterprise}`)
    await page.getByRole('button', { name: words.choose.submit }).click()
    await expect(page).toHaveURL(booth.path)
    await visit('/booth')
    await expect(page).toHaveURL(booth.path)
    await expect(page.getByText(words.sync.done)).toBeVisible()
    await waitUntilKept(page, booth.path)
    // Nothing about a person stays on the phone.
    // The page is kept anew each time it is opened: for a moment there may be none.
    await expect
      .poll(async () => (await readKept(page)).map(({ path, text }) => [path, text.includes(staff.name)]))
      .toEqual([[booth.path, false]])
    await expectSound(page)
  })

  await test.step('records a sale by two taps; a third in the same moment is none', async () => {
    await tileOf(page, goods).click()
    await expectSound(page)
    await page.keyboard.press('Escape')
    await tileOf(page, goods).click()
    await page.getByRole('button', { name: words.tenders.cash }).evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await expect(
      page.getByText(words.till.recorded(formatFen(goods.priceFen), words.tenders.cash)),
    ).toBeVisible()
    await expect.poll(booth.readLedger).toEqual([goods.priceFen])
  })

  await test.step('records five without a network, over a reload and a closed page', async () => {
    await context.setOffline(true)
    await sell('wechat')
    await sell('alipay')
    await expect(waiting(2)).toBeVisible()
    await page.reload()
    await expect(waiting(2)).toBeVisible()
    await sell('card')
    await sell('cash')
    await page.close()
    page = await context.newPage()
    await page.goto('/booth')
    await expect(page).toHaveURL(booth.path)
    await expect(waiting(4)).toBeVisible()
    await sell('cash')
    await expect(waiting(5)).toBeVisible()
  })

  await test.step('sells what has no listing, and takes a sale back, without a network', async () => {
    await page.locator('a[href$="sku=other"]').click()
    await page.getByText(words.line.measures.weight).click()
    await page.getByLabel(words.line.name).fill('散装奶豆腐')
    // The scale shows 斤, and the keyboard is a Chinese one.
    await page.getByLabel(words.line.weight, { exact: true }).fill('１。２５')
    await page.getByLabel(words.line.prices.weight).fill('７０．４')
    await expect(page.getByText(words.day.grams(625))).toBeVisible()
    await expect(page.getByRole('dialog').getByText(formatFen(otherFen))).toBeVisible()
    await expectSound(page)
    await page.getByRole('button', { name: words.tenders.cash }).click()
    await expect(waiting(6)).toBeVisible()
    // The next of it begins as this one was sold: only the weight is typed.
    await page.getByRole('link', { name: '散装奶豆腐' }).click()
    await expect(page.getByLabel(words.line.weight, { exact: true })).toBeFocused()
    await expect(page.getByLabel(words.line.prices.weight)).toHaveValue('70.40')
    await page.keyboard.press('Escape')
    await sell('wechat')
    const last = words.till.recorded(formatFen(goods.priceFen), words.tenders.wechat)
    await page.getByRole('button', { name: words.till.undoLabel(last) }).click()
    await expect(page.getByText(words.till.undone(formatFen(goods.priceFen)))).toBeVisible()
    // It goes up with the others: sold, and taken back.
    await expect(waiting(7)).toBeVisible()
    expect(await booth.readLedger()).toHaveLength(1)
  })

  await test.step('with the network back and the session gone nothing is lost', async () => {
    await context.clearCookies({ name: 'staff' })
    await context.setOffline(false)
    await page.getByRole('button', { name: words.sync.upload }).click()
    await expect(page.getByRole('link', { name: words.sync.signIn['signed-out'].link })).toBeVisible()
    expect(await booth.readLedger()).toHaveLength(1)
    const value = await openStaffSession(shop.db, shop.clock, { ...staff, isVerified: true, device: 'test' })
    await context.addCookies([{ name: 'staff', value, url: shop.env.PUBLIC_URL }])
    await page.reload()
    await expect(page.getByText(words.sync.done)).toBeVisible()
    const sold = Array.from({ length: 7 }, () => goods.priceFen)
    await expect
      .poll(async () => (await booth.readLedger()).toSorted((a, b) => a - b))
      .toEqual([-goods.priceFen, ...sold, otherFen].toSorted((a, b) => a - b))
    await expect(page.getByText(words.sync.states.undone, { exact: true })).toBeVisible()
  })

  await test.step('voids one, with the reason', async () => {
    await page.getByRole('link', { name: words.till.day }).click()
    await expect(page.getByText('散装奶豆腐')).toBeVisible()
    await expect(page.getByText(words.day.undone)).toBeVisible()
    await expectSound(page)
    const row = page.getByRole('listitem').filter({ hasText: words.tenders.card })
    await row.locator('summary').click()
    await row.getByLabel(words.day.reason).fill('刷错卡')
    await row.getByRole('button', { name: words.day.void }).click()
    await expect(page.getByText(words.day.voidDone)).toBeVisible()
    await expect(row.getByText(words.day.voided)).toBeVisible()
    expect(await booth.readTotal()).toEqual({ all: goods.priceFen * 5 + otherFen, verified: 0 })
  })

  await test.step('closes the day: cash that is not what it should be wants a reason', async () => {
    await page.getByLabel(words.day.counted).fill('1')
    await page.getByRole('button', { name: words.day.submit }).click()
    await expect(page.getByText(words.day.failures['reason-wanted']).first()).toBeVisible()
    await page.getByLabel(words.day.note).fill('备用金没有算')
    await page.getByRole('button', { name: words.day.submit }).click()
    await expect(page.getByText(words.day.closeDone)).toBeVisible()
    await expect(page.getByText(words.day.nothing)).toBeVisible()
    await expectSound(page)
    const all = goods.priceFen * 5 + otherFen
    expect(await booth.readTotal()).toEqual({ all, verified: all })
  })

  await test.step('what comes later is said, here and to the organizers', async () => {
    const day = page
    page = await context.newPage()
    await page.goto(booth.path)
    await expect(page.getByText(words.sync.done)).toBeVisible()
    await context.setOffline(true)
    await sell('cash')
    // While the day is looked at, this phone has one that is not in the ledger.
    await day.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(day.getByText(words.day.unsent.title(1))).toBeVisible()
    await expect(day.getByText(words.sync.obstacles.offline)).toBeVisible()
    await expectSound(day)
    await context.setOffline(false)
    await expect(day.getByText(words.day.unsent.sent(1))).toBeVisible()
    await expect(day.getByText(words.day.late(1))).toBeVisible()
    await expect.poll(async () => (await booth.readTotal()).all).toBe(goods.priceFen * 6 + otherFen)
    await page.goto(`/organizer/exhibitions/${booth.fair}/booths`)
    await expect(page.getByText(words.overview.states.late)).toBeVisible()
    await expectSound(page)
  })

  await test.step('closes again: the cash of the whole day is counted anew, and both closes stay', async () => {
    await page.goto(`${booth.path}/day`)
    const cash = goods.priceFen * 4 + otherFen
    await page.getByLabel(words.day.counted).fill((cash / 100).toFixed(2))
    await page.getByRole('button', { name: words.day.submit }).click()
    await expect(page.getByText(words.day.closeDone)).toBeVisible()
    await expect(page.getByText(words.day.sinceLast(1))).toBeVisible()
    await expectSound(page)
    await page.goto(`/organizer/exhibitions/${booth.fair}/booths`)
    await expect(page.getByText(words.overview.closes(2))).toBeVisible()
    await expect(page.getByText(words.overview.states.closed, { exact: true })).toBeVisible()
    await expectSound(page)
  })
  expect(faults.filter((fault) => !offline.test(fault))).toEqual([])
})

test('a code is read by the camera of the booth’s pages; refused, it is typed @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { booth, desk } = await openTillDesk(browser, shop, goods)
  const { page, t, visit, faults } = desk
  const words = t.booths
  const scan = page.getByRole('button', { name: words.till.scan })
  await page.addInitScript(giveCamera, goods.articleNumber)

  await test.step('by a link from a page that may use no camera', async () => {
    await visit('/organizer')
    // However its document was loaded, it is that of another page.
    await page.reload()
    const refusal = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(() => '', String),
    )
    expect(refusal).toContain('NotAllowedError')
    const menu = await openMenu(page, t)
    const opened = page.waitForEvent('load')
    await menu.getByRole('link', { name: t.staff.organizer.menu.till }).click()
    await opened
    await page.getByLabel(words.choose.booth).selectOption(`${booth.fair}/${booth.enterprise}`)
    await page.getByRole('button', { name: words.choose.submit }).click()
    await expect(page).toHaveURL(booth.path)
  })

  await test.step('looks until it reads a code, and goes off', async () => {
    await scan.click()
    await expect(page.getByRole('dialog')).toContainText(goods.title)
    await expect(page.locator('video')).toHaveCount(0)
    await page.getByRole('button', { name: words.tenders.cash }).click()
    await expect.poll(booth.readLedger).toEqual([goods.priceFen])
  })

  await test.step('was paid otherwise: sold once, and the other way', async () => {
    const [amount, { cash, wechat }] = [formatFen(goods.priceFen), words.tenders]
    const said = words.till.recorded(amount, cash)
    await page.getByRole('button', { name: words.till.changeLabel(said) }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: cash })).toHaveCount(0)
    await page.getByRole('button', { name: wechat }).click()
    await expect(page.getByText(words.till.changed(amount, wechat))).toBeVisible()
    await expect
      .poll(async () => (await booth.readLedger()).toSorted((a, b) => a - b))
      .toEqual([-goods.priceFen, goods.priceFen, goods.priceFen])
    await expectSound(page)
  })

  await test.step('where the camera is refused, that is said, and the code is typed', async () => {
    await page.addInitScript(() =>
      Object.assign(navigator.mediaDevices, { getUserMedia: () => Promise.reject(new Error('refused')) }),
    )
    await page.reload()
    await scan.click()
    await expect(page.getByText(words.till.noCamera)).toBeVisible()
    await expectSound(page)
    await page.getByRole('searchbox', { name: words.till.find }).fill(goods.articleNumber)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText(goods.title)
  })
  expect(faults).toEqual([])
})

/**
 * The Chromium of these tests has no camera, not even a false one, and on Linux none reads codes. Both stand here at the
 * browser's own edge: a camera that shows a moving square wherever the page's policy allows one, and a reader that
 * answers once it was given two different frames.
 */
function giveCamera(code: string): void {
  const policy = (document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } })
    .featurePolicy
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
  const paint = canvas.getContext('2d')
  let at = 0
  setInterval(() => {
    paint?.clearRect(0, 0, 320, 180)
    at = (at + 9) % 320
    paint?.fillRect(at, 60, 40, 40)
  }, 40)
  Object.assign(navigator.mediaDevices, {
    getUserMedia: async () => {
      if (!policy.allowsFeature('camera')) throw new DOMException('not here', 'NotAllowedError')
      return canvas.captureStream(25)
    },
  })
  class BarcodeDetector {
    first = ''
    static async getSupportedFormats() {
      return ['ean_13', 'qr_code']
    }
    async detect(video: HTMLVideoElement) {
      const still = Object.assign(document.createElement('canvas'), { width: 32, height: 18 })
      still.getContext('2d')?.drawImage(video, 0, 0, 32, 18)
      const frame = still.toDataURL()
      this.first ||= frame
      return frame === this.first ? [] : [{ rawValue: code }]
    }
  }
  Object.assign(window, { BarcodeDetector })
}

test('a till is worked by the keyboard, in English; a sale is undone while its upload is under way', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { booth, desk } = await openTillDesk(browser, shop, goods, 'en')
  const { page, t, visit, faults } = desk
  const words = t.booths
  await visit(booth.path)
  await waitUntilAlive(page)
  await page.evaluate(holdAnswers)
  await page.getByRole('searchbox', { name: words.till.find }).fill(goods.articleNumber)
  await page.keyboard.press('Enter')
  const quantity = page.getByRole('textbox', { name: words.line.pieces })
  await quantity.fill('3')
  // Enter must not say how it was paid.
  await page.keyboard.press('Enter')
  await expect(quantity).toBeVisible()
  await page.getByRole('button', { name: words.tenders.alipay }).press('Enter')
  await expect(quantity).toBeHidden()
  // The ledger has it, and the phone does not know yet.
  await expect.poll(booth.readLedger).toEqual([goods.priceFen * 3])
  await expect(page.getByText(words.sync.waiting(1))).toBeVisible()
  const last = words.till.recorded(formatFen(fen(goods.priceFen * 3)), words.tenders.alipay)
  await page.getByRole('button', { name: words.till.undoLabel(last) }).press('Enter')
  await expect(page.getByText(words.till.undone(formatFen(fen(goods.priceFen * 3))))).toBeVisible()
  await page.evaluate(() => (window as unknown as Holding).release())
  await expect.poll(booth.readLedger).toEqual([goods.priceFen * 3, goods.priceFen * -3])
  await expect(page.getByText(words.sync.states.undone, { exact: true })).toBeVisible()
  await expectSound(page)

  // What is sold after the fair is sent back, and does not wait for ever.
  await booth.end()
  await page.reload()
  await expect(page.getByText(words.till.over)).toBeVisible()
  await tapSale(page, goods, words.tenders.cash)
  const refused = page.getByRole('alert').filter({ hasText: words.sync.refused(1) })
  await expect(refused).toContainText(words.sync.reasons['fair-over'])
  await expectSound(page)
  // Who closes the day is told as well, and led here.
  await page.getByRole('link', { name: words.till.day }).click()
  await page.getByRole('link', { name: words.day.unsent.refused(1) }).click()
  await refused.getByText(words.sync.discard).click()
  await refused.getByRole('button', { name: words.sync.discardSure }).click()
  await expect(refused).toBeHidden()
  await expect(page.getByText(words.sync.states.discarded)).toBeVisible()
  expect(await booth.readLedger()).toHaveLength(2)
  expect(faults).toEqual([])
})

type Holding = { release(): void }

/** A network that is slow to answer: the page's own uploads are received, and it learns of it when it is `release`d. */
function holdAnswers(): void {
  const { fetch } = window
  const { promise, resolve } = Promise.withResolvers<void>()
  Object.assign(window, {
    release: resolve,
    async fetch(...asked: Parameters<typeof fetch>) {
      const answer = await fetch(...asked)
      if (asked[0] === '/booth/sync') await promise
      return answer
    },
  })
  // Else the worker uploads in the page's stead.
  Object.defineProperty(ServiceWorkerRegistration.prototype, 'sync', { value: undefined })
}

test('without JavaScript a form records a sale, once', async ({ browser, shop, shelf }) => {
  const [goods] = await shelf.take({})
  const booth = await openBooth(shop, goods)
  const staff = await createStaff(shop.db, 'exhibition-staff')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const value = await openStaffSession(shop.db, shop.clock, { ...staff, isVerified: true, device: 'test' })
  await context.addCookies([{ name: 'staff', value, url: shop.env.PUBLIC_URL }])
  const page = await context.newPage()
  const words = (await openDesk(browser, shop, staff)).t.booths
  await page.goto(booth.path)
  await tileOf(page, goods).click()
  // What is weighed has a price of its own, which only a script can put there.
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByLabel(words.line.pieces).fill('2')
  await page.getByRole('button', { name: words.tenders.cash }).click()
  await expect(page.getByText(words.server.accepted)).toBeVisible()
  await page.reload()
  expect(await booth.readLedger()).toEqual([goods.priceFen * 2])

  // A weight is another form, that knows its price; the unit is remembered.
  await page.getByRole('link', { name: words.line.measures.weight }).click()
  await page.getByText(words.line.units.kg, { exact: true }).click()
  await page.getByLabel(words.line.weight, { exact: true }).fill('1.25')
  await page.getByLabel(words.line.prices.weight).fill('20')
  await page.getByRole('button', { name: words.tenders.cash }).click()
  await expect(page.getByText(words.server.accepted)).toBeVisible()
  await expect(page.getByLabel(words.line.units.kg, { exact: true })).toBeChecked()
  expect(await booth.readLedger()).toEqual([goods.priceFen * 2, 5_000])
})

function tileOf(page: Page, goods: Goods) {
  return page.locator(`a[href$="sku=${goods.sku}"]`)
}

async function tapSale(page: Page, goods: Goods, tender: string): Promise<void> {
  await tileOf(page, goods).click()
  await page.getByRole('button', { name: tender }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
