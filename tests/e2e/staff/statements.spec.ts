import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { expectSound } from '../support/soundness.ts'

test('statements and invoices are sound on a phone, in both languages (T101) @phone', async ({
  shop,
  browser,
}) => {
  const { id, enterpriseId, enterprise, period } = await shop.db.statement.findFirstOrThrow({
    where: { paidAt: null, enterprise: { invoices: { some: {} } } },
    include: { enterprise: true },
  })
  const owner = await createMember(shop.db, enterpriseId)
  const finance = await createOrganizer(shop.db, 'finance')
  const home = `/enterprise/${enterprise.slug}`
  const pages = [
    [owner, [`${home}/statements`, `${home}/statements/${period}/print`, `${home}/invoices`]],
    [finance, ['/organizer/statements', `/organizer/statements/${id}`]],
  ] as const
  for (const language of ['zh', 'en'] as const)
    for (const [scope, paths] of pages) {
      const desk = await openDesk(browser, shop, scope.staff, language)
      for (const path of paths) {
        await desk.visit(path)
        await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectSound(desk.page)
      }
      expect(desk.faults).toEqual([])
    }
})

test('finance marks a statement as paid out, and the enterprise reads under which reference (E8) @phone', async ({
  shop,
  browser,
}) => {
  const { id, enterpriseId, enterprise, period } = await shop.db.statement.findFirstOrThrow({
    where: { paidAt: null },
    orderBy: { enterpriseId: 'desc' },
    include: { enterprise: true },
  })
  const { page, t, visit } = await openDesk(browser, shop, (await createOrganizer(shop.db, 'finance')).staff)
  const words = t.settlements.pay
  await visit(`/organizer/statements/${id}`)
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(t.settlements.errors['reference-required'])).toBeVisible()
  await page.getByLabel(words.reference, { exact: true }).fill('HD20261128-0001')
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(words.done)).toBeVisible()
  await expect(page.getByRole('button', { name: words.submit })).toHaveCount(0)
  const owner = await openDesk(browser, shop, (await createMember(shop.db, enterpriseId)).staff)
  await owner.visit(`/enterprise/${enterprise.slug}/statements/${period}`)
  await expect(owner.page.getByText('HD20261128-0001')).toBeVisible()
})
