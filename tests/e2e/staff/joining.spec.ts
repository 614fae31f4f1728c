import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { readableCode } from '#app/kernel/ids.ts'
import { barePath, locales, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { applicationFacts } from '#tests/support/applications.ts'
import { createOrganizer, readLink, staffPassword } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { type Desk, openDesk, openMenu } from '../support/desk.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import { tabTo } from '../support/keyboard.ts'
import { expectSound } from '../support/soundness.ts'

/** The applicant, or somebody of the staff: both read the staff's words. */
type Person = Omit<Desk, 'faults'>
type Facts = ReturnType<typeof applicationFacts>
/** How the page that is open is looked at: by axe in both languages, or not at all where there is no script. */
type Look = (page: Page) => Promise<void>

const reason = '营业执照照片反光，右下角看不清，请在亮处重拍'

const applicant = (shopper: Shopper): Person => ({ ...shopper, t: messagesFor(shopper.language) })

/** The page that is open, in both languages; it ends in Chinese. */
async function lookInBoth(page: Page): Promise<void> {
  const { pathname, search } = new URL(page.url())
  for (const language of locales.toReversed()) {
    await page.goto(localPath(language, barePath(pathname)) + search)
    await expectSound(page)
  }
}

async function photo() {
  const create = { width: 1_600, height: 1_200, channels: 3, background: '#d8cbb4' } as const
  const buffer = await sharp({ create }).jpeg().toBuffer()
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer }
}

async function fillFacts({ page, t }: Person, facts: Facts): Promise<void> {
  const words = t.joining.facts
  const field = (name: string) => page.getByLabel(name, { exact: true })
  await page.getByLabel(words.name).first().fill(facts.name)
  await field(words.kind).selectOption(facts.kind)
  await field(words.division).selectOption(facts.divisionCode)
  await field(words.creditCode).fill(facts.creditCode)
  await field(words.contactName).fill(facts.contactName)
  await field(words.contactPhone).fill(facts.contactPhone)
  await field(words.story).fill(facts.story)
}

async function addLicence({ page, t }: Person): Promise<void> {
  const words = t.joining.documents
  await page.getByLabel(words.number, { exact: true }).fill('91150430')
  await page.getByLabel(words.photos, { exact: true }).setInputFiles([await photo(), await photo()])
  await page.getByRole('button', { name: words.save }).click()
  const kind = words.kinds['business-licence']
  await expect(page.getByRole('img', { name: words.photo(kind, 2) })).toBeVisible()
}

async function submit({ page, t }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await expect(page.getByText(t.joining.own.status.submitted[0])).toBeVisible()
}

/** What the applicant's page says now. */
async function expectState(
  { page, t, visit }: Person,
  path: string,
  state: 'returned' | 'recommended' | 'approved',
) {
  await visit(path)
  await expect(page.getByText(t.joining.own.status[state][0])).toBeVisible()
}

async function openApplication({ page, t, visit }: Desk, facts: Facts, stage: string): Promise<void> {
  await visit(`/organizer/applications?stage=${stage}&q=${facts.creditCode}`)
  await page.getByRole('link', { name: facts.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: facts.name })).toBeVisible()
  await expect(page.getByText(t.joining.review.creditCodeRight)).toBeVisible()
}

async function act({ page, t }: Desk, done: keyof Desk['t']['joining']['review']['done'], name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByText(t.joining.review.done[done])).toBeVisible()
}

async function openOffice(browser: Browser, shop: Services, { divisionCode }: Facts) {
  const reviewer = await createOrganizer(shop.db, 'division-reviewer', divisionCode)
  const city = await createOrganizer(shop.db)
  return {
    reviewer: await openDesk(browser, shop, reviewer.staff),
    city: await openDesk(browser, shop, city.staff),
  }
}

/** Whoever is told that somebody else was first sees what holds now, and may set theirs all the same. */
async function setRateSecond({ page, t, visit }: Desk, shop: Services, slug: string): Promise<void> {
  const words = t.joining.enterprises
  await visit(`/organizer/enterprises/${slug}`)
  await shop.db.enterprise.update({ where: { slug }, data: { feeBasisPoints: 250 } })
  await page.locator('summary').filter({ hasText: words.setFee }).click()
  await page.getByLabel(t.joining.review.feePercent).fill('5')
  await page.getByLabel(words.setFeeReason).fill('合同 CF-2026-017')
  for (const [outcome, now] of [
    [t.team.errors['changed-meanwhile'], '2.5'],
    [words.done['set-fee'], '5'],
  ] as const) {
    await page.getByRole('button', { name: words.setFee, exact: true }).click()
    await expect(page.getByText(outcome)).toBeVisible()
    // The answer stands there before the page is read anew.
    await expect(page.locator('input[name="seenPercent"]')).toHaveValue(now)
  }
}

/** From the link of the message to one's own desk. */
async function accept({ page, t }: Person, link: string, login: string, look: Look): Promise<void> {
  const words = t.team.invitation
  await page.goto(link)
  await look(page)
  await page.getByLabel(words.login, { exact: true }).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill(staffPassword)
  await page.getByRole('button', { name: words.submit }).click()
  await page.waitForURL(/\/enterprise\//)
}

async function joinWhole(shopper: Person, browser: Browser, shop: Services, look: Look): Promise<void> {
  const { page, t, visit } = shopper
  const words = t.joining
  const facts = applicationFacts()
  const { reviewer, city } = await openOffice(browser, shop, facts)
  const slug = `join-${readableCode(6).toLowerCase()}`

  await visit('/join')
  await look(page)
  await fillFacts(shopper, facts)
  await page.getByRole('button', { name: words.apply.next }).click()
  await expect(page.getByText(words.own.status.draft[0])).toBeVisible()
  await addLicence(shopper)
  await look(page)
  await submit(shopper, words.own.submit)
  const own = new URL(page.url()).pathname

  await openApplication(reviewer, facts, 'submitted')
  await look(reviewer.page)
  await reviewer.page.locator('summary').filter({ hasText: words.review.return }).click()
  await reviewer.page.getByLabel(words.review.returnReason).fill(reason)
  await act(reviewer, 'returned', words.review.return)

  expect(await readLink(shop, facts.contactPhone)).toBe(own)
  // The city sends it again to whoever has lost it.
  await openApplication(city, facts, 'returned')
  await look(city.page)
  await act(city, 'link-sent', words.review.sendLink)
  expect(await readLink(shop, facts.contactPhone)).toBe(own)
  await expectState(shopper, own, 'returned')
  await expect(page.getByText(reason)).toBeVisible()
  await look(page)
  await page
    .getByRole('button', { name: words.documents.removeLabel(words.documents.kinds['business-licence']) })
    .click()
  await expect(page.getByText(words.documents.none)).toBeVisible()
  await addLicence(shopper)
  await submit(shopper, words.own.submitAgain)

  await openApplication(reviewer, facts, 'submitted')
  await act(reviewer, 'recommended', words.review.recommend)
  await expectState(shopper, own, 'recommended')
  await openApplication(city, facts, 'recommended')
  await look(city.page)
  await city.page.getByLabel(words.review.slug, { exact: true }).fill(slug)
  await act(city, 'approved', words.review.approve)
  await expectState(shopper, own, 'approved')
  await setRateSecond(city, shop, slug)

  await accept(shopper, await readLink(shop, facts.contactPhone), `owner-${slug}`, look)
  await page.waitForURL(new RegExp(`/enterprise/${slug}$`))
  await look(page)
  const editorPhone = applicationFacts().contactPhone
  await visit(`/enterprise/${slug}/team`)
  await look(page)
  await page.getByText(t.staff.roles.editor, { exact: true }).last().click()
  await page.getByLabel(t.team.page.name, { exact: true }).fill('萨仁')
  await page.getByLabel(t.team.page.phone, { exact: true }).fill(editorPhone)
  await page.getByRole('button', { name: t.team.page.send }).click()
  await expect(page.getByText(t.team.page.invited('萨仁'))).toBeVisible()

  const guest = await browser.newContext({ javaScriptEnabled: look !== nothing })
  const editor = { ...shopper, page: await guest.newPage() }
  await accept(editor, await readLink(shop, editorPhone), `editor-${slug}`, look)
  const menu = await openMenu(editor.page, t)
  await expect(menu.getByRole('link', { name: t.staff.enterprise.menu.listings })).toBeVisible()
  await expect(menu.getByRole('link', { name: t.staff.enterprise.menu.team })).toHaveCount(0)
  const faults = [...reviewer.faults, ...city.faults]
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
}

const nothing: Look = async () => undefined

test('from a phone at the roadside to a team: applied, returned, mended, recommended, approved, invited @phone', async ({
  shopper,
  browser,
  shop,
}) => {
  await joinWhole(applicant(shopper), browser, shop, lookInBoth)
})

test.describe('without JavaScript (T102)', () => {
  test.use({ javaScriptEnabled: false })

  test('an enterprise joins all the same @phone', async ({ shopper, browser, shop }) => {
    await joinWhole(applicant(shopper), browser, shop, nothing)
  })
})

test('the keyboard alone applies, with photos, up to the review (T101) @phone', async ({ shopper }) => {
  const { page, t, visit } = applicant(shopper)
  const words = t.joining
  const facts = applicationFacts()
  const press = (key: string) => page.keyboard.press(key)
  await visit('/join')
  await waitUntilAlive(page)
  for (const [name, text] of [
    [words.facts.name, facts.name],
    [words.facts.kind, '合作社'],
    [words.facts.division, '敖汉'],
    [words.facts.creditCode, facts.creditCode],
    [words.facts.contactName, facts.contactName],
    [words.facts.contactPhone, facts.contactPhone],
    [words.facts.story, facts.story],
  ] as const) {
    const field = page.getByLabel(name, { exact: true })
    await tabTo(shopper, field)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.press('ArrowDown')
    else await page.keyboard.insertText(text)
  }
  await tabTo(shopper, page.getByRole('button', { name: words.apply.next }))
  await press('Enter')
  await expect(page.getByText(words.own.status.draft[0])).toBeVisible()
  // The chooser of the system opens with Enter; what it gives back is the same.
  await tabTo(shopper, page.getByLabel(words.documents.photos, { exact: true }))
  await page.getByLabel(words.documents.photos, { exact: true }).setInputFiles([await photo()])
  await tabTo(shopper, page.getByRole('button', { name: words.documents.save }))
  await press('Enter')
  await expect(page.getByRole('img').first()).toBeVisible()
  await tabTo(shopper, page.getByRole('button', { name: words.own.submit }))
  await press('Enter')
  await expect(page.getByText(words.own.status.submitted[0])).toBeVisible()
})
