import { expect, test } from 'vitest'
import { cardTag, productTag } from '#app/domain/catalog/tags.ts'
import { isPersonalPath, tagsHeader } from '#app/platform/public-page.ts'
import { useDatabase } from '#tests/support/database.ts'
import { openPages } from '#tests/support/pages.ts'
import { listRoutes, sampleOf } from '#tests/support/routes.ts'

const database = await useDatabase({ seeded: true })
const { ask } = openPages(database)

/** They name goods, but show neither price nor stock. */
const namesOnly = new Set([
  '/sitemap.xml',
  '/products/:slug/qr.svg',
  '/api/v1/exhibitions/:slug/counters',
  '/exhibitions/:slug/wall',
])

test('a public page is dropped with each product that it shows', async () => {
  const { slug: product, enterprise } = await database.db.product.findFirstOrThrow({
    include: { enterprise: true },
  })
  const known = { product, enterprise: enterprise.slug, unpaid: '', paid: '', address: '' }
  const slugs = (await database.db.product.findMany({ select: { slug: true } })).map(({ slug }) => slug)
  const shown: Record<string, number> = {}
  for (const leaf of await listRoutes()) {
    if (isPersonalPath(leaf.pattern) || namesOnly.has(leaf.pattern)) continue
    const response = await ask(leaf, new Request(`http://localhost:3000${sampleOf(leaf, known)}`))
    const tags = response?.headers.get(tagsHeader)?.split(' ')
    if (!response || !tags) continue
    const body = await response.text()
    const goods = slugs.filter((slug) => body.includes(`"${slug}"`))
    const untagged = goods.filter((slug) => !tags.includes(cardTag(slug)) && !tags.includes(productTag(slug)))
    expect(untagged, leaf.pattern).toEqual([])
    if (goods.length > 0) shown[leaf.pattern] = goods.length
  }
  expect(Object.keys(shown).sort()).toEqual([
    '/',
    '/api/v1/products',
    '/api/v1/products/:slug',
    '/categories/:code',
    '/divisions/:slug',
    '/enterprises/:slug',
    '/exhibitions/:slug',
    '/livestreams',
    '/products',
    '/products/:slug',
    '/search',
  ])
})
