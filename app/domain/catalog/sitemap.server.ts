import type { Pool } from 'pg'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { locales, localPath } from '#app/kernel/locale.ts'
import { getPlaces } from './places.server.ts'
import type { Reading } from './reading.server.ts'

type Site = { origin: string }

// Each product is two addresses, of which a page holds ten thousand at most (the protocol allows fifty).
const idsPerPage = 5_000

/** The index: one page of places, and one for each range of ids, named by the id before its first. */
export async function sitemapIndex({ pool }: Pick<Reading, 'pool'>, { origin }: Site): Promise<string> {
  const { rows } = await pool.query<{ last: number }>({
    name: 'sitemap-last',
    text: 'SELECT coalesce(max(id), 0)::int AS last FROM product',
  })
  const pageCount = Math.ceil((rows[0]?.last ?? 0) / idsPerPage)
  const pages = ['places', ...Array.from({ length: pageCount }, (_, index) => String(index * idsPerPage))]
  const entries = pages.map((page) => `<sitemap><loc>${origin}/sitemap.xml?after=${page}</loc></sitemap>`)
  return document('sitemapindex', entries)
}

/** One page of the index; null for a name that is not one. */
export async function sitemapPage(
  reading: Pick<Reading, 'pool' | 'memo'>,
  { origin }: Site,
  after: string,
): Promise<string | null> {
  if (after === 'places') return document('urlset', await placeEntries(reading, origin))
  if (!/^\d{1,9}$/.test(after)) return null
  const { rows } = await reading.pool.query<{ slug: string; updatedAt: Date }>({
    name: 'sitemap-products',
    text: `SELECT slug, updated_at AS "updatedAt" FROM product
      WHERE status = 'published' AND id > $1::int AND id <= $1::int + ${idsPerPage} ORDER BY id`,
    values: [Number(after)],
  })
  return document(
    'urlset',
    rows.flatMap(({ slug, updatedAt }) => entriesOf(origin, `/products/${slug}`, updatedAt)),
  )
}

async function placeEntries(reading: Pick<Reading, 'pool' | 'memo'>, origin: string): Promise<Array<string>> {
  const [places, enterprises, exhibitions] = await Promise.all([
    getPlaces(reading),
    slugsOf(reading.pool, `SELECT slug FROM enterprise WHERE status = 'active' ORDER BY id LIMIT 10000`),
    slugsOf(reading.pool, 'SELECT slug FROM exhibition WHERE is_published ORDER BY id LIMIT 1000'),
  ])
  const paths = [
    '/',
    '/divisions',
    '/products',
    '/exhibitions',
    '/livestreams',
    ...places.divisions.map(({ slug }) => `/divisions/${slug}`),
    ...places.categories
      .filter(({ parentCode }) => parentCode === null)
      .map(({ code }) => `/categories/${code}`),
    ...enterprises.map((slug) => `/enterprises/${slug}`),
    ...exhibitions.map((slug) => `/exhibitions/${slug}`),
  ]
  return paths.flatMap((path) => entriesOf(origin, path))
}

async function slugsOf(pool: Pool, text: string): Promise<Array<string>> {
  return (await pool.query<{ slug: string }>(text)).rows.map(({ slug }) => slug)
}

/** A page in each language, each naming the other. Paths hold no character that XML must escape. */
function entriesOf(origin: string, path: string, updatedAt?: Date): Array<string> {
  const links = [
    `<xhtml:link rel="alternate" hreflang="zh-CN" href="${origin}${localPath('zh', path)}"/>`,
    `<xhtml:link rel="alternate" hreflang="en" href="${origin}${localPath('en', path)}"/>`,
  ].join('')
  const changed = updatedAt ? `<lastmod>${shanghaiDay(updatedAt)}</lastmod>` : ''
  return locales.map(
    (locale) => `<url><loc>${origin}${localPath(locale, path)}</loc>${changed}${links}</url>`,
  )
}

function document(root: 'urlset' | 'sitemapindex', entries: ReadonlyArray<string>): string {
  const namespaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces}>\n${entries.join('\n')}\n</${root}>\n`
}
