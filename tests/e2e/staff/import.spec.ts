import { readableCode } from '#app/kernel/ids.ts'
import { csvOf, photoOf, soundLine } from '#tests/support/imports.ts'
import { createMember } from '#tests/support/staff.ts'
import { zipOf } from '#tests/support/zip.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { expectSound } from '../support/soundness.ts'

async function upload(file: File, mimeType: string) {
  return { name: file.name, mimeType, buffer: Buffer.from(await file.arrayBuffer()) }
}

test('a spreadsheet is checked, told what to mend, and imported (E5) @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { slug } = await shop.db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  const owner = await createMember(shop.db, goods.enterpriseId)
  const { page, t, visit } = await openDesk(browser, shop, owner.staff)
  const words = t.importing
  const sku = `T-${readableCode(6)}`
  const category = { subcategoryCode: '小米' }
  await visit(`/enterprise/${slug}/import`)
  await expectSound(page)
  const sheet = csvOf([
    soundLine(sku, category),
    soundLine(`${sku}-2`, { ...category, pictures: `${sku}.jpg`, 'variant.priceFen': '面议' }),
  ])
  const zip = new File(
    [new Uint8Array(zipOf([{ name: `${sku}.jpg`, content: await photoOf(3) }]))],
    'photos.zip',
  )
  await page.getByLabel(words.sheet).setInputFiles(await upload(sheet, 'text/csv'))
  await page.getByLabel(words.photos).setInputFiles(await upload(zip, 'application/zip'))
  await page.getByRole('button', { name: words.upload }).click()
  await expect(page.getByText(words.faulty(1))).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText(words.problems['not-a-price'])).toBeVisible()
  await expectSound(page)
  await page.screenshot({ path: test.info().outputPath('checked.png'), fullPage: true })
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: words.corrected }).click()
  expect((await download).suggestedFilename()).toBe('corrected.xlsx')
  await page.getByRole('button', { name: words.commit(1) }).click()
  await expect(page.getByText(words.finished(1, 0))).toBeVisible({ timeout: 15_000 })
  const listing = await shop.db.listing.findFirstOrThrow({ where: { title: `敖汉黄小米 ${sku}` } })
  expect(listing).toMatchObject({ status: 'submitted', enterpriseId: goods.enterpriseId })
})

test('columns that the shop does not know are chosen once, and known of the next file (E5) @phone', async ({
  browser,
  shop,
  shelf,
}) => {
  const [goods] = await shelf.take({})
  const { slug } = await shop.db.enterprise.findUniqueOrThrow({ where: { id: goods.enterpriseId } })
  const owner = await createMember(shop.db, goods.enterpriseId)
  const { page, t, visit } = await openDesk(browser, shop, owner.staff)
  const words = t.importing
  const send = async () => {
    const text = await csvOf([soundLine(`T-${readableCode(6)}`, { pictures: 'none.jpg' })]).text()
    const file = new File([text.replace('货号', '内部号')], '内部.csv')
    await visit(`/enterprise/${slug}/import`)
    await page.getByLabel(words.sheet).setInputFiles(await upload(file, 'text/csv'))
    await page.getByRole('button', { name: words.upload }).click()
  }
  await send()
  await expect(page.getByText(words.failures['column-needed'])).toBeVisible()
  await page.getByLabel('内部号').selectOption({ label: '货号' })
  await page.getByLabel(words.saveAs).fill('内部表格')
  await expectSound(page)
  await page.screenshot({ path: test.info().outputPath('columns.png'), fullPage: true })
  await page.getByRole('button', { name: words.check }).click()
  await expect(page.getByText(words.faulty(1))).toBeVisible({ timeout: 15_000 })
  await send()
  await expect(page.getByText(words.faulty(1))).toBeVisible({ timeout: 15_000 })
})
