import type { Page } from '@playwright/test'

/** React has taken over what the server rendered; at once where a page has no script. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))
    return document.querySelector('script[type=module]') === null || [...document.body.children].some(isAlive)
  })
}
