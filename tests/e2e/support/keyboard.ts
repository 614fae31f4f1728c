import { expect, type Locator } from '@playwright/test'
import type { Shopper } from './journey.ts'

/** Tabs on until this has the focus, as somebody without a mouse does, and nothing lies over it (WCAG 2.2, 2.4.11). */
export async function tabTo({ page }: Shopper, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab')
    if (!(await target.evaluate((element) => element === document.activeElement))) continue
    await expect.poll(() => target.evaluate(isInSight), { message: `${target} is in sight` }).toBe(true)
    return
  }
  throw new Error(`the keyboard does not reach ${target}`)
}

/** A hidden radio is seen by its label. */
function isInSight(element: Element): boolean {
  const seen = element.closest('label') ?? element
  const { left, top, width, height } = seen.getBoundingClientRect()
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
  return onTop !== null && (seen.contains(onTop) || onTop.contains(seen))
}
