import type { Page } from '@playwright/test'
import { createListing } from '#app/domain/listings/create-listing.server.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { createMember } from '#tests/support/staff.ts'
import { waitUntilAlive } from './support/alive.ts'
import { openTillDesk } from './support/booth.ts'
import { openDesk } from './support/desk.ts'
import { expect, test } from './support/journey.ts'
import { addToCart, shownSum } from './support/shopping.ts'

/** The page as it is before its scripts have come; what is returned lets them come. */
async function openWithoutScripts(page: Page, path: string): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    await gate.promise
    await route.continue()
  })
  // Its scripts hold back the page's load.
  await page.goto(path, { waitUntil: 'commit' })
  return async () => {
    gate.resolve()
    await waitUntilAlive(page)
  }
}

test('a size that was chosen before the scripts came is the one whose price is shown', async ({
  shopper,
  shop,
}) => {
  const { page, t } = shopper
  const products = await shop.db.product.findMany({
    where: {
      status: 'published',
      variants: { every: { isActive: true, stock: { some: { free: { gte: 50 } } } } },
    },
    orderBy: { id: 'desc' },
    include: { variants: { orderBy: { position: 'asc' } } },
    take: 100,
  })
  const product = products.find(({ variants }) => variants.length > 1)
  const [first, other] = product!.variants
  const letCome = await openWithoutScripts(page, `/products/${product!.slug}`)
  const choice = page.getByRole('radio', { name: other!.label })
  await page.locator('label').filter({ has: choice }).click()
  await page.getByRole('combobox', { name: t.common.search.label }).pressSequentially('aohan')
  const shown = page.locator('form p[aria-live]')
  await expect(shown).toContainText(formatFen(fen(first!.priceFen)))
  await letCome()
  await expect(shown).toContainText(formatFen(fen(other!.priceFen)))
  await expect(choice).toBeChecked()
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
})

test('who went on before the scripts came still comes from the sign that they scanned', async ({
  shopper,
  shelf,
}) => {
  const { page, t } = shopper
  const [goods] = await shelf.take({})
  const letCome = await openWithoutScripts(page, `/products/${goods.slug}?fair=beijing-2026&via=qr-code`)
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page).toHaveURL('/')
  await letCome()
  const remembered = async () =>
    (await page.context().cookies()).find(({ name }) => name === 'fair')?.value.replace(/\.\d+$/, '')
  await expect.poll(remembered).toBe('beijing-2026.qr-code')

  // A later visit is not undone by where the document came from.
  await page.getByRole('link', { name: t.catalog.home.fairLink }).click()
  await expect.poll(remembered).toMatch(/\.page$/)
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: t.catalog.home.heading, level: 1 })).toBeVisible()
  expect(await remembered()).toMatch(/\.page$/)
})

test('an address that was chosen before the scripts came has its districts and its postage', async ({
  shopper,
  shelf,
}) => {
  const { page, t } = shopper
  const [goods] = await shelf.take({})
  await addToCart(shopper, goods)
  const letCome = await openWithoutScripts(page, '/checkout')
  const before = await shownSum(shopper, t.checkout.shipping).textContent()
  await page.getByLabel(t.people.fields.province).selectOption('新疆维吾尔自治区')
  await letCome()
  const district = page.getByLabel(t.people.fields.district)
  await expect(district.getByRole('option', { name: '天山区' })).toBeAttached()
  await expect(shownSum(shopper, t.checkout.shipping)).not.toHaveText(before ?? '')
})

test('what an enterprise wrote before the scripts came is saved', async ({ browser, shop, shelf }) => {
  const [{ enterpriseId }] = await shelf.take({})
  const scope = await createMember(shop.db, enterpriseId)
  const { id } = await createListing(shop, scope, soundDraft())
  const { page, t } = await openDesk(browser, shop, scope.staff)
  const letCome = await openWithoutScripts(page, `/enterprise/${scope.slug}/listings/${id}`)
  const description = page.getByLabel(t.listings.fields.description, { exact: true })
  await description.fill('旱坡地上一年一季。')
  await letCome()
  await expect(description).toHaveValue('旱坡地上一年一季。')
  await expect
    .poll(async () => (await shop.db.listing.findUniqueOrThrow({ where: { id } })).draft)
    .toMatchObject({ description: '旱坡地上一年一季。' })
})

test('what was typed at the till before the scripts came stays typed', async ({ browser, shop, shelf }) => {
  const [goods] = await shelf.take({})
  const { booth, desk } = await openTillDesk(browser, shop, goods)
  const { page, t } = desk
  const words = t.booths.line
  const letCome = await openWithoutScripts(page, `${booth.path}?sku=other&measure=weight`)
  await page.getByLabel(words.name).fill('自家腌的韭菜花')
  await page.getByLabel(words.weight, { exact: true }).fill('1.5')
  await page.getByText(words.units.kg, { exact: true }).click()
  const price = page.getByLabel(words.prices.weight)
  await price.fill('20')
  await price.press('Enter')
  await letCome()
  await expect(page.getByRole('button', { name: words.close })).toBeVisible()
  await expect(price).toBeFocused()
  await expect(page.getByLabel(words.name)).toHaveValue('自家腌的韭菜花')
  await expect(page.getByLabel(words.units.kg, { exact: true })).toBeChecked()
  await page.getByRole('button', { name: t.booths.tenders.cash }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect.poll(booth.readLedger).toEqual([6_000])
})

test('a sale that was recorded before the scripts came is not opened again by them', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { booth, desk } = await openTillDesk(browser, shop, goods)
  const { page, t } = desk
  const letCome = await openWithoutScripts(page, `${booth.path}?sku=${goods.sku}`)
  await page.getByRole('button', { name: t.booths.tenders.cash }).click()
  await expect(page.getByText(t.booths.server.accepted)).toBeVisible()
  await letCome()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(t.booths.server.accepted)).toBeVisible()
  expect(await booth.readLedger()).toEqual([goods.priceFen])
})
