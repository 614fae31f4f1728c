import { createMember } from '#tests/support/staff.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { addToCart } from '../support/shopping.ts'
import { expectSound } from '../support/soundness.ts'

test('what arrives is for sale at once, and stands in the history (E4) @phone', async ({
  browser,
  shop,
  shelf,
  shopper,
}) => {
  const [goods] = await shelf.take({})
  const { variantId } = goods
  const owner = await createMember(shop.db, goods.enterpriseId)
  const { page, t, visit, faults } = await openDesk(browser, shop, owner.staff)
  const words = t.stock

  await test.step('sees what is there, and writes all of it off', async () => {
    await visit(`/enterprise/${owner.slug}/stock?q=${goods.articleNumber}`)
    await expectSound(page)
    await page.getByRole('link', { name: goods.title }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(goods.label)
    await expectSound(page)
    const { free } = await shop.db.stock.findFirstOrThrow({ where: { variantId, pool: 'online' } })
    await page.getByLabel(words.page.act).selectOption('spoiled')
    await page.getByLabel(words.page.quantity).first().fill(String(free))
    await page.getByRole('button', { name: words.page.save, exact: true }).first().click()
    await expect(page.getByText(words.page.saved)).toBeVisible()
    await shopper.visit(`/products/${goods.slug}`)
    const size = `${goods.label} ${shopper.t.catalog.product.soldOut}`
    await expect(shopper.page.getByRole('radio', { name: size, exact: true })).toBeDisabled()
  })

  await test.step('takes no more than there is', async () => {
    await page.getByLabel(words.page.act).selectOption('used')
    await page.getByLabel(words.page.quantity).first().fill('1')
    await page.getByRole('button', { name: words.page.save, exact: true }).first().click()
    await expect(page.getByText(words.errors['not-enough'](0))).toBeVisible()
    await expectSound(page)
  })

  await test.step('records what arrived; a shopper buys it', async () => {
    await page.getByLabel(words.page.act).selectOption('received')
    await page.getByLabel(words.page.quantity).first().fill('12')
    await page.getByLabel(new RegExp(`^${words.page.note}`)).fill('新米到库')
    await page.getByRole('button', { name: words.page.save, exact: true }).first().click()
    await expect(page.getByText('新米到库')).toBeVisible()
    await addToCart(shopper, goods)
  })
  expect(
    faults.filter((fault) => !fault.includes('409')),
    'what the browser complained about',
  ).toEqual([])
})
