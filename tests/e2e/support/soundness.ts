import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What holds on every page in every state (T101): axe finds nothing serious, and nothing has to be scrolled
 * sideways, neither as it is nor with letters twice as large.
 */
export async function expectSound(page: Page): Promise<void> {
  const place = new URL(page.url()).pathname
  expect.soft(await findSerious(page), `${place}: what axe finds serious`).toEqual([])
  expect.soft(await findOverhang(page), `${place}: what reaches beyond the screen`).toEqual([])
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect.soft(await findOverhang(page), `${place}: what does, letters twice as large`).toEqual([])
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

async function findSerious(page: Page): Promise<Array<string>> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** What reaches beyond the screen: the page's own contents, or a control in a bar that is fixed to it. */
function findOverhang(page: Page): Promise<Array<string>> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const beyond = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (element) => Math.floor(element.getBoundingClientRect().right) > clientWidth,
      )
    const contents =
      scrollWidth > clientWidth ? beyond('body *').filter(({ childElementCount }) => !childElementCount) : []
    const found = [...beyond('.bottom-bar > *'), ...contents].map(({ outerHTML }) => outerHTML.slice(0, 160))
    return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`, ...found] : found
  })
}
