import type { Browser, Page } from '@playwright/test'
import { boothPath } from '#app/domain/booths/remembered-booth.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { createFair } from '#tests/support/fairs.ts'
import { createStaff } from '#tests/support/staff.ts'
import { openDesk } from './desk.ts'
import type { Goods } from './shelf.ts'

const day = 86_400_000

/** A booth of the goods' enterprise at a fair of the test's own, which is on; the shop's own fair began later. */
export async function openBooth({ db }: Services, { enterpriseId }: Goods) {
  const now = systemClock.now().getTime()
  const { id, slug } = await createFair(db, { isPublished: false })
  const days = { startsAt: new Date(now - 90 * day), endsAt: new Date(now + day) }
  await db.exhibition.update({ where: { id }, data: days })
  await db.exhibitionBooth.create({ data: { exhibitionId: id, enterpriseId, booth: 'T01' } })
  const enterprise = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const path = boothPath({ fair: slug, enterprise: enterprise.slug })
  return {
    path,
    fair: slug,
    enterprise: enterprise.slug,
    /** Over since a minute ago. */
    async end() {
      const endsAt = new Date(systemClock.now().getTime() - 60_000)
      await db.exhibition.update({ where: { id }, data: { endsAt } })
    },
    /** What the ledger holds of the fair: amounts in fen, in the order in which they came. */
    async readLedger() {
      const entries = await db.saleEntry.findMany({ where: { exhibitionId: id }, orderBy: { id: 'asc' } })
      return entries.map(({ amountFen }) => Number(amountFen))
    },
    async readTotal() {
      const where = { exhibitionId: id, dimension: 'all', grain: 'total' }
      const total = await db.saleRollup.findFirst({ where })
      return { all: Number(total?.amountFen ?? 0), verified: Number(total?.verifiedFen ?? 0) }
    },
  }
}

/** Such a booth, and somebody with a phone who sells at it. */
export async function openTillDesk(browser: Browser, shop: Services, goods: Goods, language?: Locale) {
  const booth = await openBooth(shop, goods)
  const staff = await createStaff(shop.db, 'exhibition-staff')
  return { booth, staff, desk: await openDesk(browser, shop, staff, language) }
}

/** The worker has the till: from here on it opens without a network. */
export async function waitUntilKept(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    async (kept) => (await (await caches.open('booth')).keys()).some(({ url }) => url.endsWith(kept)),
    path,
  )
}

/** What the worker keeps besides code and pictures. */
export async function readKept(page: Page): Promise<Array<{ path: string; text: string }>> {
  return await page.evaluate(async () => {
    const shelf = await caches.open('booth')
    const pages = (await shelf.keys()).filter(({ url }) => !/\/(assets|pictures)\//.test(url))
    return await Promise.all(
      pages.map(async (request) => {
        const answer = await shelf.match(request, { ignoreVary: true })
        return { path: new URL(request.url).pathname, text: (await answer?.text()) ?? '' }
      }),
    )
  })
}
