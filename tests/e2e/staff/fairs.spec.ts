import { randomBytes } from 'node:crypto'
import { locales } from '#app/kernel/locale.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { openDesk } from '../support/desk.ts'
import { expect, shopperOn, test } from '../support/journey.ts'
import { expectSound } from '../support/soundness.ts'

for (const language of locales) {
  test(`a fair is set up, given its booths and published, and shoppers see it (O1, ${language}) @phone`, async ({
    browser,
    shop,
    shelf,
    page: shopperPage,
  }) => {
    const [goods] = await shelf.take({})
    const enterprise = await shop.db.enterprise.findUniqueOrThrow({ where: { id: goods!.enterpriseId } })
    const enterpriseName = language === 'zh' ? enterprise.name : enterprise.nameEn
    const desk = await openDesk(browser, shop, (await createOrganizer(shop.db)).staff, language)
    const { page } = desk
    const { fairs: t } = desk.t
    const slug = `fair-${randomBytes(4).toString('hex')}`
    const name = `赤峰好物进社区 ${slug}`
    const shopper = shopperOn(shopperPage, language)

    await test.step('sets it up; a wrong day is told, and nothing typed is lost', async () => {
      await desk.visit('/organizer/exhibitions')
      await expectSound(page)
      await page.getByRole('link', { name: t.create }).click()
      await page.getByLabel(t.form.name, { exact: true }).fill(name)
      await page.getByLabel(t.form.slug).fill(slug)
      await page.getByLabel(t.form.startsOn).fill('2027-03-02')
      await page.getByLabel(t.form.endsOn).fill('2027-03-01')
      await page.getByRole('button', { name: t.form.save }).click()
      await expect(page.getByRole('alert').getByText(t.errors['ends-before-start'])).toBeVisible()
      await expect(page.getByLabel(t.form.name, { exact: true })).toHaveValue(name)
      await expectSound(page)
      await page.getByLabel(t.form.endsOn).fill('2027-03-04')
      await page.getByRole('button', { name: t.form.save }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    })

    await test.step('finds an enterprise and gives it a booth; a list says what is wrong with it', async () => {
      await page.getByLabel(t.booths.search).fill(enterprise.creditCode)
      await page.getByRole('button', { name: t.booths.find }).click()
      await page.getByLabel(t.booths.boothOf(enterpriseName)).fill('a12')
      await page.getByRole('button', { name: t.booths.assignLabel(enterpriseName) }).click()
      await expect(page.getByRole('status')).toHaveText(t.booths.done.assigned)
      await expect(page.getByLabel(t.booths.boothOf(enterpriseName)).first()).toHaveValue('A12')
      await page.getByText(t.booths.import, { exact: true }).click()
      await page.getByLabel(t.booths.rows).fill(`${enterprise.creditCode}，A12\n没有这家企业，B1`)
      await page.getByRole('button', { name: t.booths.submit, exact: true }).click()
      await expect(page.getByText(t.booths.repeated(1))).toBeVisible()
      await expect(page.getByText(t.booths.codes['enterprise-unknown'])).toBeVisible()
      await expectSound(page)
    })

    await test.step('each of its other pages is sound', async () => {
      for (const tab of ['products', 'targets', 'measures', 'coverage', 'documents', 'overview'] as const) {
        await page
          .getByRole('navigation', { name: t.tabs.label })
          .getByRole('link', { name: t.tabs[tab] })
          .click()
        await expect(page.locator('[aria-current=page]').filter({ hasText: t.tabs[tab] })).toBeVisible()
        await expectSound(page)
      }
    })

    await test.step('nobody sees it before it is published', async () => {
      const answer = await shopperPage.goto(
        language === 'zh' ? `/exhibitions/${slug}` : `/en/exhibitions/${slug}`,
      )
      expect(answer?.status()).toBe(404)
    })

    await test.step('publishes it', async () => {
      await page
        .getByRole('navigation', { name: t.tabs.label })
        .getByRole('link', { name: t.tabs.edit })
        .click()
      await page.getByLabel(t.form.isPublished).check()
      await page.getByRole('button', { name: t.form.save }).click()
      await expect(page.getByRole('status')).toHaveText(t.form.saved)
      await expectSound(page)
    })

    await test.step('a shopper finds it among the fairs, with its booth and what is shown there', async () => {
      await shopper.visit('/exhibitions')
      await expectSound(shopperPage)
      await shopperPage.getByRole('link', { name }).click()
      await expect(shopperPage.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(shopperPage.getByText(shopper.t.catalog.exhibitions.booth('A12'))).toBeVisible()
      await expect(shopperPage.locator(`a[href$="/products/${goods!.slug}"]`).first()).toBeVisible()
      await expectSound(shopperPage)
    })

    await test.step('and its exhibitor reads that nothing is sold there yet', async () => {
      const member = await openDesk(
        browser,
        shop,
        (await createMember(shop.db, enterprise.id)).staff,
        language,
      )
      await member.visit(`/enterprise/${enterprise.slug}/exhibitions?fair=${slug}`)
      await expect(member.page.getByText(t.results.noSales)).toBeVisible()
      await expectSound(member.page)
      await member.visit(`/enterprise/${enterprise.slug}/exhibitions?fair=beijing-2023-demo`)
      await expect(member.page.getByRole('heading', { name: t.results.days })).toBeVisible()
      await expectSound(member.page)
      expect(member.faults).toEqual([])
    })
    expect(desk.faults).toEqual([])
  })
}

test('today’s livestream leads to its goods, and says from where (S16) @phone', async ({ shopper }) => {
  await shopper.visit('/livestreams')
  await expectSound(shopper.page)
  const link = shopper.page.getByRole('main').locator('a[href*="?live="]').first()
  await link.click()
  await expect(shopper.page).toHaveURL(/\/products\/[^?]+\?live=[a-z0-9-]+$/)
})
