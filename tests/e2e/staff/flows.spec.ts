import { parseCode } from '#app/domain/certificates/certificate.ts'
import { locales } from '#app/kernel/locale.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { createOrganizer } from '#tests/support/staff.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { expectSound } from '../support/soundness.ts'

const fair = '/organizer/exhibitions/beijing-2023-demo'
const pages = [
  ...[
    '/analysis?by=division',
    '/analysis?by=day',
    '/entries?channel=contract',
    '/flows',
    '/reports',
    '/booths',
    '/replay',
  ].map((tab) => `${fair}${tab}`),
  '/organizer/exhibitions/compare?fair=beijing-2026&fair=beijing-2023-demo&fair=beijing-2023',
  '/organizer/contracts',
  '/organizer/contracts/new',
  '/organizer/certificates',
  '/organizer/plan?year=2026',
  '/organizer/checks',
]
/** On a phone they are held so while a fair is set up (fairs.spec.ts). */
const onDesks = ['', '/targets', '/coverage', '/documents'].map((tab) => `${fair}${tab}`)

for (const language of locales)
  test(`the pages of figures are sound, ${language} (T101) @both`, async ({ browser, shop }, { project }) => {
    test.slow()
    const { staff } = await createOrganizer(shop.db)
    const { page, visit, faults } = await openDesk(browser, shop, staff, language)
    for (const path of project.name === 'desktop' ? [...pages, ...onDesks] : pages) {
      await visit(path)
      await expectSound(page)
    }
    expect(faults).toEqual([])
  })

test('what a district bought leads to its entries, and to a certificate that anybody can check (O9)', async ({
  browser,
  shop,
  shopper,
}) => {
  const { staff } = await createOrganizer(shop.db)
  const { page, t, visit, faults } = await openDesk(browser, shop, staff)
  const words = certificateCheckWords('zh')
  const anybody = shopper.page

  await test.step('a flow leads to the entries behind it', async () => {
    await visit(`${fair}/flows`)
    const haidian = page.getByRole('link', { name: t.flows.toEntries('海淀区', '敖汉旗') })
    await haidian.click()
    await expect(page.getByRole('list', { name: t.analysis.list.results })).toBeVisible()
    await expect(page).toHaveURL(/district=110108&division=150430/)
  })

  const code = await test.step('a certificate is made of what is verified', async () => {
    const { fields, submit } = t.certificates
    await visit('/organizer/certificates')
    await page.getByLabel(fields.district, { exact: true }).selectOption('海淀区')
    await page.getByLabel(fields.exhibition, { exact: true }).selectOption('beijing-2023-demo')
    await page.getByLabel(fields.startsOn, { exact: true }).fill('2023-11-23')
    await page.getByLabel(fields.endsOn, { exact: true }).fill('2023-11-27')
    await page.getByRole('button', { name: submit }).click()
    await expect(page).toHaveURL(/\/certificates\/\w+\/print$/)
    await expect(page.getByRole('article').getByText(words.demonstration, { exact: true })).toBeVisible()
    return /certificates\/(\w+)\/print/.exec(page.url())?.[1] ?? ''
  })
  const { amountFen } = await shop.db.purchaseCertificate.findUniqueOrThrow({ where: { code } })
  const amount = formatFen(fen(amountFen))

  await test.step('its page prints the paper alone', async () => {
    await expectSound(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: words.paper.title })).toBeVisible()
    await expect(page.getByText(amount).first()).toBeVisible()
    await expect(page.getByRole('button', { name: t.certificates.print })).toBeHidden()
    await expect(page.getByRole('navigation', { name: t.staff.shell.menu })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('anybody checks it by its code; a wrong code is none of ours', async () => {
    await shopper.visit('/certificates')
    await expectSound(anybody)
    await anybody.getByLabel(words.code).fill(` ${code.toLowerCase()} `)
    await anybody.getByRole('button', { name: words.submit }).click()
    await expect(anybody.getByText(words.validText)).toBeVisible()
    await expect(anybody.getByText(amount).first()).toBeVisible()
    await expectSound(anybody)
    await anybody.getByRole('link', { name: words.again }).click()
    await anybody.getByLabel(words.code).fill('KX7M')
    await anybody.getByRole('button', { name: words.submit }).click()
    await expect(anybody.getByText(words.badCode)).toBeVisible()
    const other = [...code].reverse().join('')
    expect(parseCode(other)).not.toBeNull()
    await anybody.getByLabel(words.code).fill(other)
    await anybody.getByRole('button', { name: words.submit }).click()
    await expect(anybody.getByText(words.unknown)).toBeVisible()
    await expectSound(anybody)
  })

  await test.step('once revoked, whoever checks it is told', async () => {
    await page.getByText(t.certificates.revoke, { exact: true }).first().click()
    await page.getByLabel(t.certificates.revokeReason).fill('重复开具')
    await page.getByRole('button', { name: t.certificates.revoke }).click()
    await expect(page.getByRole('status')).toContainText('重复开具')
    await shopper.visit(`/certificates/${code}`)
    await expect(anybody.getByText(words.revoked, { exact: true }).first()).toBeVisible()
    await expect(anybody.getByText('重复开具')).toBeHidden()
  })
  expect(faults).toEqual([])
})

test('a year’s plan is followed, a figure frozen, and fairs are set side by side and taken along (O8)', async ({
  browser,
  shop,
}) => {
  const { staff } = await createOrganizer(shop.db)
  const { page, t, visit, faults } = await openDesk(browser, shop, staff)

  await test.step('a target against its base year', async () => {
    const { fields, save, sums } = t.plans
    await visit('/organizer/plan?year=2031')
    await page.getByLabel(fields.baseYear, { exact: true }).fill('2023')
    await page.getByLabel(fields.base, { exact: true }).fill('2.4亿')
    await page.getByLabel(fields.target, { exact: true }).fill('四亿八')
    await page.getByRole('button', { name: save }).click()
    await expect(page.getByText(t.plans.errors['not-an-amount'])).toBeVisible()
    await page.getByLabel(fields.target, { exact: true }).fill('4.8亿')
    await page.getByRole('button', { name: save }).click()
    await expect(page.getByText(sums.times('2'))).toBeVisible()
  })

  await test.step('a figure is frozen for the press, and its lines give its fingerprint again', async () => {
    const { freeze, one } = t.reports
    await visit(`${fair}/reports`)
    await page.getByLabel(freeze.label, { exact: true }).fill('闭幕公布')
    await page.getByRole('button', { name: freeze.submit, exact: true }).click()
    await expect(page.getByRole('heading', { name: '闭幕公布' })).toBeVisible()
    const tabs = page.getByRole('navigation', { name: t.fairs.tabs.label })
    await expect(tabs.locator('[aria-current=page]')).toHaveText(t.fairs.tabs.reports)
    await page.getByRole('button', { name: one.recheck }).click()
    await expect(page.getByRole('status').filter({ hasText: one.same })).toBeVisible()
    await expectSound(page)
  })

  await test.step('two fairs, on the page and in its file', async () => {
    await visit('/organizer/exhibitions/compare')
    await page.getByLabel(t.comparisons.choose(1)).selectOption('beijing-2023-demo')
    await page.getByLabel(t.comparisons.choose(2)).selectOption('beijing-2023')
    await page.getByRole('button', { name: t.comparisons.apply }).click()
    await expect(page.getByRole('region', { name: t.comparisons.title })).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t.staff.takeAway.download('XLSX') }).click()
    expect((await download).suggestedFilename()).toBe('fairs.xlsx')
  })
  expect(faults).toEqual([])
})
