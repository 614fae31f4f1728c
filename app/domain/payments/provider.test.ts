import { expect, test } from 'vitest'
import { isRefused, isUnavailable, ProviderRefused, ProviderUnavailable } from './provider.ts'

test("the provider's errors are known across two copies of this module, as host and application have them", async () => {
  // @ts-expect-error: a query makes Vite load the file once more
  const other: typeof import('./provider.ts') = await import('./provider.ts?copy')
  expect(other.ProviderUnavailable).not.toBe(ProviderUnavailable)
  expect(isUnavailable(new other.ProviderUnavailable('busy'))).toBe(true)
  expect(isRefused(new other.ProviderRefused('amount_too_small', 'no'))).toBe(true)
  expect(isUnavailable(new ProviderRefused('amount_too_small', 'no'))).toBe(false)
  expect(isRefused(new Error('something else'))).toBe(false)
})
