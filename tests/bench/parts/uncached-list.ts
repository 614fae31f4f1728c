import type { Context, Part } from '../support/context.ts'
import { putLoad, type Sent } from '../support/load.ts'
import { startMinimalApp } from '../support/minimal-app.ts'
import { compare, ratioRow } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'

const connections = 10
const sorts = ['score', 'sales', 'price-asc', 'price-desc', 'newest']

/** A list page that is rendered every time against a minimal Remix route with the same cards from one query. */
export const uncachedList: Part = async (context) => {
  const { databases, rounds, seconds, sizes } = context
  const { url } = await databases.open(sizes[0] ?? 1_000)
  const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir, pageCacheMb: 0 })
  const minimal = await startMinimalApp(url)
  try {
    const lists = await readPages(shop.url, context)
    const load = (server: string) => async () =>
      (await putLoad({ url: server, connections, seconds, lists })).perSecond
    await load(shop.url)()
    await load(minimal.url)()
    const pairs = await compare(rounds, load(shop.url), load(minimal.url))
    const texts = { name: 'uncached list page', against: 'minimal Remix route, same cards', unit: '/s' }
    return [ratioRow(pairs, texts, { atLeast: 0.8 })]
  } finally {
    await minimal.stop()
    await shop.stop()
  }
}

/**
 * Many pages of the list, a different order for each connection: requests for one page at once would be one render.
 */
async function readPages(shopUrl: string, { sizes }: Context): Promise<Array<Array<Sent>>> {
  const paths: Array<string> = []
  for (const sort of sorts) {
    let path: string | undefined = `/products?sort=${sort}`
    for (let page = 0; path && page < Math.min(40, (sizes[0] ?? 1_000) / 24 - 1); page += 1) {
      paths.push(path)
      const html: string = await (await fetch(shopUrl + path)).text()
      path = /href="(\/products\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
  }
  if (paths.length < connections * 10) throw new Error(`only ${paths.length} list pages found`)
  return Array.from({ length: connections }, (_, connection) => {
    const start = Math.floor((paths.length * connection) / connections)
    return [...paths.slice(start), ...paths.slice(0, start)].map((path) => ({ method: 'GET', path }))
  })
}
