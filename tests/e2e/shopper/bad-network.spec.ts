import { localPath } from '#app/kernel/locale.ts'
import { expect, test } from '../support/journey.ts'

test('what a page asks for beside itself may get lost, and the page stays', async ({ shopper }) => {
  const { page, t, visit } = shopper
  const lost: Array<string> = []
  await page.route(/\/(me|suggest)(\?|$)/, (route) => {
    lost.push(new URL(route.request().url()).pathname)
    return route.abort()
  })
  await visit('/')
  await expect.poll(() => lost).toContain('/me')
  await page.getByRole('combobox', { name: t.common.search.label }).pressSequentially('小米')
  await expect.poll(() => lost).toContain('/suggest')
  await expect(page.getByRole('heading', { name: t.catalog.home.heading })).toBeVisible()
})

test('a page that cannot be fetched says so, and can be asked for again', async ({ shopper }) => {
  const { page, t, visit } = shopper
  // Asked by the page's script: from then on a link is followed without a new document.
  await Promise.all([page.waitForResponse(/\/me$/), visit('/')])
  await page.route(/\.data(\?|$)/, (route) => route.abort())
  await page.getByRole('link', { name: t.common.nav.exhibitions, exact: true }).first().click()
  await expect(page.getByRole('heading', { name: t.errors.offlineTitle })).toBeVisible()
  await page.unroute(/\.data(\?|$)/)
  await page.getByRole('link', { name: t.errors.again }).click()
  await expect(page).toHaveURL(new RegExp(`${localPath(shopper.language, '/exhibitions')}$`))
  await expect(page.getByRole('heading', { name: t.catalog.exhibitions.title, level: 1 })).toBeVisible()
})
