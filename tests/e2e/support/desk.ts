import type { Browser, Locator, Page } from '@playwright/test'
import type { StaffScope } from '#app/domain/staff/scope.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { collectFaults } from './faults.ts'
import { expect, shopperOn } from './journey.ts'

/** Somebody of the staff at a desk of theirs, past password and second step. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk(
  browser: Browser,
  { db, clock, env }: Services,
  { staffId }: StaffScope,
  language: Locale = 'zh',
) {
  const context = await browser.newContext({ baseURL: env.PUBLIC_URL })
  const value = await openStaffSession(db, clock, { staffId, isVerified: true, device: 'test' })
  await context.addCookies([{ name: 'staff', value, url: env.PUBLIC_URL }])
  const page = await context.newPage()
  return { ...shopperOn(page, language), t: messagesFor(language), faults: collectFaults(page) }
}

/** The menu of a desk with all its links: on a phone it is folded away. */
export async function openMenu(page: Page, t: Desk['t']): Promise<Locator> {
  const menu = page.getByRole('navigation', { name: t.staff.shell.menu })
  const fold = menu.getByText(t.staff.shell.unfold, { exact: true })
  await expect(menu).toBeVisible()
  if (await fold.isVisible()) await fold.click()
  return menu
}
