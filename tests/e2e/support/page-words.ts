import type { Page } from '@playwright/test'

/** What a person reads or hears of a page in the page's own language; what says that it is in another is left out. */
export async function readWords(page: Page, html: string): Promise<Array<string>> {
  // Neither its scripts nor its styles and pictures: only its words.
  await page.setContent(html.replace(/<link[^>]*>|<script.*?<\/script>|\ssrc(?:set)?="[^"]*"/gs, ''))
  return page.evaluate(() => {
    const own = document.documentElement.lang
    const isOwn = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === own
    const described = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description']
    const words: Array<string> = []
    for (const element of document.querySelectorAll('*')) {
      if (!isOwn(element) || element.closest('style')) continue
      for (const name of described) words.push(element.getAttribute(name) ?? '')
      if (element.matches('meta[name=description], meta[property^="og:"]')) {
        if (!element.matches('[property="og:image"], [property="og:url"], [property="og:locale"]'))
          words.push(element.getAttribute('content') ?? '')
      }
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) words.push(child.textContent ?? '')
      }
    }
    return words.map((text) => text.trim()).filter(Boolean)
  })
}
