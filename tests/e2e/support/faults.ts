import type { Page } from '@playwright/test'

/**
 * An answer of 4xx or 5xx is the test's own affair. Remix lets go of a superseded request while it still reads the
 * answer, and does not catch what that throws.
 */
const harmless = /^Failed to load resource|^AbortError: BodyStreamBuffer was aborted/

/** Errors of scripts and of the console, as they come. */
export function collectFaults(page: Page): ReadonlyArray<string> {
  const faults: Array<string> = []
  const keep = (text: string) => void (harmless.test(text) || faults.push(text))
  page.on('pageerror', (error) => keep(String(error)))
  page.on('console', (message) => void (message.type() === 'error' && keep(message.text())))
  return faults
}
