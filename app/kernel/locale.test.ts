import { expect, it } from 'vitest'
import { barePath, localeOf, localPath } from './locale.ts'

it('reads the language from the first segment only', () => {
  expect(localeOf('/en')).toBe('en')
  expect(localeOf('/en/cart')).toBe('en')
  expect(localeOf('/english-tea')).toBe('zh')
  expect(localeOf('/products/en')).toBe('zh')
})

it('puts a path into a language and takes it out again', () => {
  for (const path of ['/', '/cart', '/products?sort=sales']) {
    expect(barePath(localPath('en', path))).toBe(path)
    expect(localPath('zh', path)).toBe(path)
  }
})
