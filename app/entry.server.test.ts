import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createMarkupCache, type MarkupCache } from './platform/markup-cache.server.ts'
import { MarkupKeeperProvider, renderOnce } from './ui/render-once.tsx'

let renders = 0

function Badge({ text }: { text: string }) {
  renders += 1
  return createElement('b', null, text)
}
const KeptBadge = renderOnce('badge', Badge)

function Card({ title, badges }: { title: string; badges: ReadonlyArray<string> }) {
  renders += 1
  const list = badges.map((text) => createElement('li', { key: text }, createElement(KeptBadge, { text })))
  return createElement('article', null, title, createElement('ul', null, list))
}
const KeptCard = renderOnce('card', Card)

const page = createElement(
  'main',
  null,
  '好物 & more',
  createElement('p', null, createElement(KeptCard, { title: '<小米>', badges: ['gi', 'green'] })),
  createElement('p', null, createElement(KeptBadge, { text: 'gi' })),
)

function renderIn(cache: MarkupCache, element: ReactElement, locale = 'zh'): string {
  const { keep, fill } = cache.openPage(locale, 'f00d-')
  return fill(renderToString(createElement(MarkupKeeperProvider, { value: keep }, element))).toString()
}

test('a page is the same letter by letter, whether its parts were known or not', () => {
  const cache = createMarkupCache({ NODE_ENV: 'production' })
  const whole = renderToString(page)
  expect(renderIn(cache, page)).toBe(whole)
  renders = 0
  expect(renderIn(cache, page)).toBe(whole)
  expect(renders).toBe(0)
})

test('other properties and another language are another part', () => {
  const cache = createMarkupCache({ NODE_ENV: 'production' })
  renderIn(cache, page)
  renders = 0
  expect(renderIn(cache, createElement(KeptBadge, { text: 'organic' }))).toBe('<b>organic</b>')
  renderIn(cache, createElement(KeptBadge, { text: 'gi' }), 'en')
  expect(renders).toBe(2)
})

test('a text that looks like the place of a part is only a text', () => {
  const cache = createMarkupCache({ NODE_ENV: 'production' })
  renderIn(cache, page)
  const { keep, fill } = cache.openPage('zh', 'another-')
  const forged = createElement('p', null, 'f00d-0= f00d-0( f00d-0)', createElement(KeptBadge, { text: 'gi' }))
  const html = fill(renderToString(createElement(MarkupKeeperProvider, { value: keep }, forged))).toString()
  expect(html).toContain('f00d-0= f00d-0( f00d-0)')
})

test('in development nothing is kept', () => {
  const cache = createMarkupCache({ NODE_ENV: 'development' })
  renderIn(cache, page)
  renders = 0
  renderIn(cache, page)
  expect(renders).toBe(4)
})
