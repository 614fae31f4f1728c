import type { Browser, Page } from '@playwright/test'
import { createListing } from '#app/domain/listings/create-listing.server.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import type { Services } from '#app/platform/services.server.ts'
import { soundDraft } from '#tests/support/drafts.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { beginListing, chooser, fillTexts, newTitle, photo } from '../support/listing.ts'
import type { Goods } from '../support/shelf.ts'
import { addShown, cartLine } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'
import { startOf } from '../support/words.ts'

const price = formatFen(fen(1_990))

async function openBothDesks(browser: Browser, shop: Services, { enterpriseId }: Goods) {
  const { slug, divisionCode } = await shop.db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const owner = await createMember(shop.db, enterpriseId)
  const reviewer = await createOrganizer(shop.db, 'division-reviewer', divisionCode)
  return {
    home: `/enterprise/${slug}`,
    scope: owner,
    owner: await openDesk(browser, shop, owner.staff),
    reviewer: await openDesk(browser, shop, reviewer.staff),
  }
}

test('a listing goes from the phone’s camera through the review into a cart (E3) @phone', async ({
  browser,
  shop,
  shelf,
  shopper,
}) => {
  const [goods] = await shelf.take({})
  const { owner, reviewer, home } = await openBothDesks(browser, shop, goods)
  const words = owner.t.listings
  const { page } = owner
  const title = newTitle()
  await owner.visit(`${home}/listings`)
  await expectSound(page)

  await test.step('photographs, orders the photos, and writes; it saves itself', async () => {
    await beginListing(owner, home, title)
    await chooser(page).setInputFiles([await photo('#d9a441'), await photo('#5f7f4e')])
    await expect(page.getByLabel(words.photos.alt)).toHaveCount(2)
    await page.getByLabel(words.photos.alt).first().fill('金黄的小米')
    await page.getByRole('button', { name: words.photos.up(2) }).click()
    await expect(page.getByLabel(words.photos.alt).nth(1)).toHaveValue('金黄的小米')
    await page.getByRole('button', { name: words.variant.add }).click()
    await fillTexts(owner)
    await expect(page.getByText(words.editor.savedAt(''))).toBeVisible()
    await expectSound(page)
  })

  await test.step('sees it as shoppers will, and submits', async () => {
    await page.getByRole('button', { name: words.editor.preview }).click()
    await expect(page.getByText(words.preview.text)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('button', { name: owner.t.catalog.product.add })).toBeDisabled()
    await expectSound(page)
    await page.getByRole('link', { name: words.preview.back }).click()
    await page.getByRole('button', { name: words.editor.submit }).click()
    await expect(page.getByText(words.editor.waiting)).toBeVisible()
    await expectSound(page)
  })

  await test.step('the reviewer returns it with a comment on a field', async () => {
    await reviewer.visit('/organizer/listings')
    await expectSound(reviewer.page)
    await reviewer.page.getByRole('link', { name: title }).click()
    const change = reviewer.page.getByRole('listitem').filter({ hasText: title })
    await change.getByText(words.review.write).click()
    await expectSound(reviewer.page)
    await change.getByLabel(words.review.comment(words.fields.title)).fill('请写明是哪一年的新米')
    await reviewer.page.getByRole('button', { name: words.review.return }).click()
    await expect(reviewer.page.getByText(words.review.returned)).toBeVisible()
  })

  await test.step('the enterprise mends it and submits again', async () => {
    await page.reload()
    await expect(page.getByText('请写明是哪一年的新米')).toBeVisible()
    await page.getByLabel(words.fields.title, { exact: true }).fill(`${title} 2026`)
    await page.getByRole('button', { name: words.editor.submit }).click()
    await expect(page.getByText(words.editor.waiting)).toBeVisible()
  })

  await test.step('the reviewer accepts it, and a shopper finds and buys it', async () => {
    await reviewer.visit('/organizer/listings')
    await reviewer.page.getByRole('link', { name: `${title} 2026` }).click()
    await reviewer.page.getByRole('button', { name: words.review.accept }).click()
    await expect(reviewer.page.getByText(words.review.accepted)).toBeVisible()
    await shopper.visit(`/search?q=${encodeURIComponent(title)}`)
    const main = shopper.page.getByRole('main')
    await main
      .getByRole('link', { name: `${title} 2026` })
      .first()
      .click()
    await expect(shopper.page.getByText(price).first()).toBeVisible()
    await addShown(shopper, 1)
    await shopper.visit('/cart')
    await expect(cartLine(shopper, { title: `${title} 2026`, titleEn: '' })).toContainText(price)
  })

  await test.step('a price changes at once, and shows what it was', async () => {
    await page.reload()
    await page.getByLabel(words.prices.price('500g 袋装')).fill('16.9')
    await page.getByRole('button', { name: words.prices.save }).click()
    await expect(page.getByText(words.prices.changed)).toBeVisible()
    await page.getByRole('link', { name: words.editor.shop }).click()
    await expect(page.getByText(formatFen(fen(1_690))).first()).toBeVisible()
    await expect(page.locator('s').filter({ hasText: price })).toBeVisible()
  })

  await test.step('the reviewer finds it by its address and takes it down; its owner reads why', async () => {
    const reason = '标签上的产地和检验报告不一致'
    const search = new URLSearchParams({ state: 'published', q: page.url() })
    await reviewer.visit(`/organizer/listings?${search}`)
    await expectSound(reviewer.page)
    await reviewer.page.getByRole('link', { name: `${title} 2026` }).click()
    await reviewer.page.getByText(words.review.bar).first().click()
    await expectSound(reviewer.page)
    await reviewer.page.getByLabel(words.review.barReason).fill(reason)
    await reviewer.page.getByRole('button', { name: words.review.bar }).click()
    await expect(reviewer.page.getByText(words.review.barred)).toBeVisible()
    await page.goBack()
    await page.reload()
    await expect(page.getByText(reason)).toBeVisible()
    await expectSound(page)
  })
  expect([...owner.faults, ...reviewer.faults], 'what the browsers complained about').toEqual([])
})

test('of two editors the second is told, and nothing that either wrote is lost (T10)', async ({
  browser,
  shop,
  shelf,
}) => {
  const [{ enterpriseId }] = await shelf.take({})
  const scope = await createMember(shop.db, enterpriseId)
  const editor = await createMember(shop.db, enterpriseId, 'editor')
  const { id } = await createListing(shop, scope, soundDraft({ title: '两人同改的小米' }))
  const desks = [
    await openDesk(browser, shop, scope.staff),
    await openDesk(browser, shop, editor.staff),
  ] as const
  const [{ page: first }, { page: second, t }] = desks
  const { fields, editor: words } = t.listings
  for (const desk of desks) await desk.visit(`/enterprise/${scope.slug}/listings/${id}`)
  const title = (page: Page) => page.getByLabel(fields.title, { exact: true })
  const stored = async () => (await shop.db.listing.findUniqueOrThrow({ where: { id } })).draft

  await title(first).fill('负责人写的标题')
  await expect.poll(stored).toMatchObject({ title: '负责人写的标题' })
  await title(second).fill('编辑写的标题')
  await expect(second.getByText(words.conflictTitle(scope.staff.name))).toBeVisible()
  await expect(second.getByText('负责人写的标题')).toBeVisible()
  await expect(title(second)).toHaveValue('编辑写的标题')
  await expectSound(second)
  await second.getByRole('button', { name: words.keepMine }).click()
  await expect.poll(stored).toMatchObject({ title: '编辑写的标题' })

  // Different fields are both kept, and whoever is late hears of it.
  await first.getByLabel(startOf(fields.subtitle)).fill('一年一季')
  await expect(first.getByText(words.alsoChanged(fields.title))).toBeVisible()
  await expect.poll(stored).toMatchObject({ title: '编辑写的标题', subtitle: '一年一季' })

  // What the first saved since is not discarded unseen; having seen it, the second may, with what they type themselves.
  const discard = second.getByRole('button', { name: words.remove, exact: true })
  await second.getByText(words.more, { exact: true }).click()
  await second.locator('summary').filter({ hasText: words.remove }).click()
  await discard.click()
  await expect(second.getByText(t.listings.errors['changed-by-colleague'])).toBeVisible()
  await expect(second.getByLabel(startOf(fields.subtitle))).toHaveValue('一年一季')
  await title(second).fill('还没有保存的标题')
  await discard.click()
  await second.waitForURL(/\/listings\/?$/)
  expect(await shop.db.listing.count({ where: { id } })).toBe(0)
})

test('what is typed without a connection stays, and is saved once there is one', async ({
  browser,
  shop,
  shelf,
}) => {
  const [{ enterpriseId }] = await shelf.take({})
  const scope = await createMember(shop.db, enterpriseId)
  const { id } = await createListing(shop, scope, soundDraft())
  const { page, t, visit } = await openDesk(browser, shop, scope.staff)
  await visit(`/enterprise/${scope.slug}/listings/${id}`)
  const { fields, editor: words } = t.listings
  const subtitle = page.getByLabel(startOf(fields.subtitle))
  await waitUntilAlive(page)
  await page.context().setOffline(true)
  await subtitle.fill('山里没有信号')
  await expect(page.getByText(words.unreachable)).toBeVisible()
  await expect(subtitle).toHaveValue('山里没有信号')
  await page.context().setOffline(false)
  await expect
    .poll(async () => (await shop.db.listing.findUniqueOrThrow({ where: { id } })).draft)
    .toMatchObject({ subtitle: '山里没有信号' })
})

test('English pages of listings are as sound', async ({ browser, shop, shelf }) => {
  const [{ enterpriseId }] = await shelf.take({})
  const scope = await createMember(shop.db, enterpriseId)
  const { id } = await createListing(shop, scope, soundDraft())
  const { page, visit } = await openDesk(browser, shop, scope.staff, 'en')
  for (const path of [
    '/listings?state=draft',
    '/listings/new',
    `/listings/${id}`,
    `/listings/${id}/preview`,
  ]) {
    await visit(`/enterprise/${scope.slug}${path}`)
    await expectSound(page)
  }
})
