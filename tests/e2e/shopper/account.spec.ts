import { readFile } from 'node:fs/promises'
import { openAccount, signInByCode } from '../support/account.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { fillDelivery, somebody } from '../support/checkout.ts'
import { expect, test } from '../support/journey.ts'

test('addresses are added with the cascade of provinces, corrected, made default and removed @both', async ({
  shopper,
  shop,
}) => {
  const { page, t, visit } = shopper
  const words = t.account.addresses
  await openAccount(shopper, shop)
  await visit('/account/addresses')
  await page.getByRole('link', { name: words.add }).click()
  await fillDelivery(shopper, somebody())
  await page.getByRole('button', { name: words.save }).click()
  const home = page.getByRole('listitem').filter({ hasText: '北京市 海淀区' })
  await expect(home).toContainText(words.isDefault)

  await page.getByRole('link', { name: words.add }).click()
  await page.getByLabel(t.people.fields.province).selectOption('内蒙古自治区')
  const district = page.getByLabel(t.people.fields.district)
  await expect(district.getByRole('option', { name: '敖汉旗' })).toBeAttached()
  await fillDelivery(shopper, {
    ...somebody(),
    recipient: '钱大叔',
    district: '敖汉旗',
    detail: '新惠镇河滨路 6 号',
  })
  await page.getByRole('button', { name: words.save }).click()
  const village = page.getByRole('listitem').filter({ hasText: '内蒙古自治区 赤峰市 敖汉旗' })
  await village.getByRole('link', { name: words.editLabel('钱大叔') }).click()
  await expect(district).toHaveValue('150430')
  await page.getByLabel(t.people.fields.detail).fill('四家子镇小学旁')
  await page.getByRole('button', { name: words.save }).click()
  await expect(village).toContainText('四家子镇小学旁')

  await village.getByRole('button', { name: words.makeDefaultLabel('钱大叔') }).click()
  await expect(village).toContainText(words.isDefault)
  await expect(home.getByText(words.isDefault, { exact: true })).toBeHidden()
  await village.getByRole('button', { name: words.removeLabel('钱大叔') }).click()
  await expect(village).toBeHidden()
  await expect(home).toBeVisible()
})

test('a product is kept from its page, and found among the favourites', async ({ shopper, shop, shelf }) => {
  const { page, t, visit } = shopper
  const [goods] = await shelf.take({})
  await openAccount(shopper, shop)
  await visit(`/products/${goods.slug}`)
  // Without a script it leads to the favourites.
  await waitUntilAlive(page)
  await page.getByRole('button', { name: t.catalog.product.favourite, exact: true }).click()
  await expect(page.getByRole('button', { name: t.catalog.product.isFavourite })).toBeVisible()
  await visit('/account/favourites')
  const favourite = page.getByRole('link', { name: goods.title, exact: true })
  await expect(favourite).toBeVisible()
  await page.getByRole('button', { name: t.account.favourites.removeLabel(goods.title) }).click()
  await expect(favourite).toBeHidden()
})

test.describe(() => {
  test.use({ javaScriptEnabled: false })

  test('a guest who wants to keep a product is led to the sign-in and back to it, without JavaScript (T102)', async ({
    shopper,
    shop,
    shelf,
  }) => {
    const { page, t, visit } = shopper
    const [goods] = await shelf.take({})
    await visit(`/products/${goods.slug}`)
    const keep = page.getByRole('button', { name: t.catalog.product.favourite, exact: true })
    await keep.click()
    await expect(page.getByRole('heading', { name: t.account.signIn.title, level: 1 })).toBeVisible()
    const phone = await openAccount(shopper, shop)
    await page.context().clearCookies()
    await signInByCode(shopper, phone)
    await keep.click()
    await expect(page.getByRole('heading', { name: t.account.favourites.title, level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: goods.title, exact: true })).toBeVisible()
  })
})

test('invoice titles are kept, a miscopied credit code is not, and the checkout offers them', async ({
  shopper,
  shop,
}) => {
  const { page, t, visit } = shopper
  const words = t.account.invoiceTitles
  await openAccount(shopper, shop)
  await visit('/account/invoice-titles')
  await page.getByRole('radio', { name: words.company }).check()
  await page.getByLabel(words.name).fill('北京示例食堂有限公司')
  await page.getByLabel(words.creditCode).fill('91110108MA77777774')
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByRole('alert')).toContainText(t.people.errors['invalid-credit-code'])
  await page.getByLabel(words.creditCode).fill('91110108MA77777775')
  await page.getByRole('button', { name: words.save }).click()
  const kept = page.getByRole('listitem').filter({ hasText: '91110108MA77777775' })
  await expect(kept).toBeVisible()
  await kept.getByRole('button', { name: words.removeLabel('北京示例食堂有限公司') }).click()
  await expect(kept).toBeHidden()
})

test('people take their data with them, withdraw what they agreed to, and close the account', async ({
  shopper,
  shop,
}) => {
  const { page, t, visit } = shopper
  const words = t.account.privacy
  const phone = await openAccount(shopper, shop)
  await visit('/account')
  await page.getByLabel(t.account.profile.name).fill('小赵')
  await page.getByRole('button', { name: t.account.profile.save }).click()
  await expect(page.getByRole('heading', { name: t.account.welcome('小赵') })).toBeVisible()

  await visit('/account/privacy')
  await page.getByRole('button', { name: words.give }).click()
  await expect(page.getByText(words.marketingOn)).toBeVisible()
  await page.getByRole('button', { name: words.withdraw }).click()
  await expect(page.getByText(words.marketingOff)).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: words.exportLink }).click()
  const own = await readFile(await (await download).path(), 'utf8')
  expect(own).toContain(phone)
  expect(own).toContain('小赵')

  await page.getByRole('button', { name: words.deleteSubmit }).click()
  await expect(page.getByText(words.deleteUnconfirmed)).toBeVisible()
  await page.getByRole('checkbox', { name: words.deleteConfirm }).check()
  await page.getByRole('button', { name: words.deleteSubmit }).click()
  await expect(page.getByRole('heading', { name: words.deletedTitle, level: 1 })).toBeVisible()
  await visit('/account')
  await expect(page.getByRole('heading', { name: t.account.signIn.title, level: 1 })).toBeVisible()
  expect(await shop.db.shopper.count({ where: { phone } })).toBe(0)
})
