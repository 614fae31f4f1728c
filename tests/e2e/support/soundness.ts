import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What holds on every page in every state (T101): axe finds nothing serious, and nothing has to be scrolled
 * sideways, neither as it is nor with letters twice as large.
 */
export async function expectSound(page: Page): Promise<void> {
  const place = new URL(page.url()).pathname
  expect.soft(await findSerious(page), `${place}: what axe finds serious`).toEqual([])
  expect.soft(await overhang(page), `${place}: pixels beyond the screen`).toBe(0)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect.soft(await overhang(page), `${place}, letters twice as large: pixels beyond the screen`).toBe(0)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

async function findSerious(page: Page): Promise<Array<string>> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** How far the page, or a control in a bar that is fixed to the screen, reaches beyond it. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const controls = [...document.querySelectorAll('.bottom-bar > *')]
    const edges = controls.map((control) => Math.floor(control.getBoundingClientRect().right))
    return Math.max(scrollWidth, ...edges) - clientWidth
  })
}
