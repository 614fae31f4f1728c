import { expect } from '@playwright/test'
import { openShopperSession } from '#app/domain/people/sessions.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Services } from '#app/platform/services.server.ts'
import { randomPhone } from '#tests/support/people.ts'
import type { Shopper } from './journey.ts'

/** An account that nobody else in this run uses, signed in without asking for a code. Returns its phone. */
export async function openAccount(shopper: Shopper, shop: Services): Promise<string> {
  const phone = randomPhone()
  await shop.db.shopper.create({ data: { phone, createdAt: systemClock.now() } })
  await enterAccount(shopper, shop, phone)
  return phone
}

/** Signs a known phone in by a session of its own. */
export async function enterAccount({ page }: Shopper, shop: Services, phone: string): Promise<void> {
  const { id } = await shop.db.shopper.findUniqueOrThrow({ where: { phone } })
  const { token } = await shop.db.$transaction((tx) => openShopperSession(tx, systemClock, id))
  await page.context().addCookies([{ name: 'session', value: token, url: shop.env.PUBLIC_URL }])
}

/** As people do it, from the sign-in page: the code is read where the demonstration shows its messages. */
export async function signInByCode({ page, t }: Shopper, phone: string): Promise<void> {
  const words = t.account.signIn
  // The checkout that led here has a field for a phone, too.
  await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible()
  await page.getByLabel(words.phone).fill(phone)
  await page.getByRole('checkbox', { name: words.consent }).check()
  await page.getByRole('button', { name: words.requestCode }).click()
  await expect(page.getByRole('heading', { name: words.codeTitle, level: 1 })).toBeVisible()
  const outbox = page.waitForEvent('popup')
  await page.getByRole('link', { name: words.developmentLink }).click()
  const messages = await outbox
  const message = messages.getByRole('main').getByRole('listitem').filter({ hasText: phone }).first()
  const code = /\d{6}(?!\d)/.exec((await message.getByText('【赤峰好物】').textContent()) ?? '')?.[0] ?? ''
  await messages.close()
  // As a phone does it that had to make room for the messages.
  await page.reload()
  await page.getByLabel(words.code).fill(code)
  await page.getByRole('button', { name: words.submit, exact: true }).click()
}
