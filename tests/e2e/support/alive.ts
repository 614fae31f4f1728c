import type { Page } from '@playwright/test'

/**
 * React has taken over what the server rendered, and the parts that it takes over after the rest (whose beginning a
 * comment marks); at once where a page has no script.
 */
export async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))
    if (document.querySelector('script[type=module]') === null) return true
    const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT)
    while (comments.nextNode()) {
      const { data, nextElementSibling: first } = comments.currentNode as Comment
      if (data === '$' && first && !isAlive(first)) return false
    }
    return [...document.body.children].some(isAlive)
  })
}
