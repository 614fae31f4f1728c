import type { Services } from '#app/platform/services.server.ts'
import { applicationFacts } from '#tests/support/applications.ts'
import type { Desk } from './desk.ts'
import { expect } from './journey.ts'
import { photo } from './listing.ts'

type Seat = Pick<Desk, 'page' | 't' | 'visit'>

/** Fills and sends an application with its licence from a phone; returns what it is called and who is told. */
export async function applyAsEnterprise({ page, t, visit }: Seat): Promise<{ name: string; phone: string }> {
  const facts = applicationFacts()
  const words = t.joining
  const field = (name: string) => page.getByLabel(name, { exact: true })
  await visit('/join')
  await field(words.facts.name).fill(facts.name)
  await field(words.facts.kind).selectOption(facts.kind)
  await field(words.facts.division).selectOption(facts.divisionCode)
  await field(words.facts.creditCode).fill(facts.creditCode)
  await field(words.facts.contactName).fill(facts.contactName)
  await field(words.facts.contactPhone).fill(facts.contactPhone)
  await field(words.facts.story).fill(facts.story)
  await page.getByRole('button', { name: words.apply.next }).click()
  await expect(page.getByText(words.own.status.draft[0])).toBeVisible()
  await field(words.documents.photos).setInputFiles(await photo('#f4ecdf'))
  await page.getByRole('button', { name: words.documents.save }).click()
  await expect(page.getByText(words.documents.forGood, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: words.own.submit, exact: true }).click()
  await expect(page.getByText(words.own.status.submitted[0])).toBeVisible()
  return { name: facts.name, phone: facts.contactPhone }
}

/** The path of the invitation that was sent to a phone, as soon as it is. */
export async function waitForInvitation({ db }: Services, phone: string): Promise<string> {
  const find = async () => {
    const messages = await db.smsMessage.findMany({ where: { phone }, orderBy: { id: 'desc' } })
    const bodies = messages.map(({ body }) => /\/staff\/invitation\/[\w.-]+/.exec(body)?.[0])
    return bodies.find((path) => path !== undefined) ?? ''
  }
  await expect.poll(find).not.toBe('')
  return await find()
}

/** With an account of one's own; ends at the enterprise's desk, whose address it returns. */
export async function acceptInvitation(
  { page, t, visit }: Seat,
  path: string,
  login: string,
): Promise<string> {
  const words = t.team.invitation
  await visit(path)
  await page.getByLabel(words.login, { exact: true }).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill('shalihe-xiaomi-2026')
  await page.getByRole('button', { name: words.submit, exact: true }).click()
  await expect(page).toHaveURL(/\/enterprise\/[\w-]+$/)
  return new URL(page.url()).pathname
}
