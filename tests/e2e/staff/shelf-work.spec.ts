import { formatFen } from '#app/kernel/money.ts'
import { createMember } from '#tests/support/staff.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { expectSound } from '../support/soundness.ts'

test('an owner sees what waits, changes prices by a percent, and takes it back within a minute @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const owner = await createMember(shop.db, goods.enterpriseId)
  const { page, t, visit, faults } = await openDesk(browser, shop, owner.staff)
  const home = `/enterprise/${owner.slug}`
  const price = async () =>
    (await shop.db.variant.findUniqueOrThrow({ where: { id: goods.variantId } })).priceFen
  await visit(home)
  await expect(page.getByRole('list', { name: t.dashboard.todos.title })).toContainText(
    t.dashboard.todos.toShip,
  )
  await expectSound(page)

  await visit(`${home}/listings?q=${encodeURIComponent(goods.title)}`)
  await page.getByRole('link', { name: t.bulk.tickPage }).click()
  await expect(page.getByRole('checkbox', { name: t.bulk.tick(goods.title), exact: true })).toBeChecked()
  await page.getByLabel(t.bulk.ticked).selectOption('price')
  await page.getByRole('button', { name: t.bulk.go }).click()
  await page.getByLabel(t.bulk.percent).fill('100')
  await page.getByRole('button', { name: t.bulk.preview }).click()
  await expect(page.getByText(`${formatFen(goods.priceFen)} → `).first()).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: t.bulk.apply(t.bulk.kinds.price, 1) }).click()
  await expect(page.getByRole('button', { name: t.bulk.undo })).toBeVisible()
  expect(await price()).toBe(goods.priceFen * 2)
  await expectSound(page)
  await page.getByRole('button', { name: t.bulk.undo }).click()
  await expect(page.getByText(t.bulk.undone)).toBeVisible()
  expect(await price()).toBe(goods.priceFen)
  expect(faults).toEqual([])
})

test('a booth sign shows picture, price and code, each on an A5 page (E10) @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const owner = await createMember(shop.db, goods.enterpriseId)
  const { page, t, visit, faults } = await openDesk(browser, shop, owner.staff)
  await visit(`/enterprise/${owner.slug}/listings/signs`)
  await page.getByRole('checkbox', { name: goods.title, exact: true }).check()
  await page.getByRole('button', { name: t.signs.show }).click()
  const sign = page.getByRole('article').filter({ hasText: goods.title })
  await expect(sign.getByRole('img', { name: t.signs.code })).toBeVisible()
  await expect(sign).toContainText(formatFen(goods.priceFen))
  await expectSound(page)
  const printed = await page.pdf({ preferCSSPageSize: true })
  // 148 mm by 210 mm, in points.
  expect([...printed.toString('latin1').matchAll(/MediaBox \[0 0 (4\d\d) 59\d/g)]).toHaveLength(1)
  expect(faults).toEqual([])
})
