import { test as base, expect, type Page } from '@playwright/test'
import { type Locale, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Messages } from '#app/messages/messages.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { createServices, type Services } from '#app/platform/services.server.ts'
import { collectFaults } from './faults.ts'
import { createShelf, type Shelf } from './shelf.ts'

/** Somebody in front of a page of the shop: they find things by the words that they read. */
export type Shopper = {
  page: Page
  language: Locale
  t: Messages
  /** A path of the shop, in the shopper's language. */
  visit(path: string): Promise<void>
}

type TestFixtures = { language: Locale; shopper: Shopper }
type WorkerFixtures = { shop: Services; shelf: Shelf }

export { expect }

export const test = base.extend<TestFixtures, WorkerFixtures>({
  language: ['zh', { option: true }],

  /** The shop's own code on its own data and its own payment provider, to look behind the pages. */
  shop: [
    // Playwright wants to see a pattern, even an empty one.
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const shop = createServices(readEnv({ ...process.env, LOG_LEVEL: 'silent' }))
      await use(shop)
      await shop.db.$disconnect()
      await shop.pool.end()
    },
    { scope: 'worker' },
  ],

  shelf: [
    async ({ shop }, use, { parallelIndex, config }) => {
      await use(createShelf(shop.pool, { index: parallelIndex, count: config.workers }))
    },
    { scope: 'worker' },
  ],

  shopper: async ({ page, language }, use) => {
    const faults = collectFaults(page)
    await use(shopperOn(page, language))
    expect(faults, 'what the browser complained about').toEqual([])
  },
})

export function shopperOn(page: Page, language: Locale): Shopper {
  return {
    page,
    language,
    t: messagesFor(language),
    visit: async (path) => void (await page.goto(localPath(language, path))),
  }
}
