import type { Part } from '../support/context.ts'
import { putLoad } from '../support/load.ts'
import { compare, ratioRow } from '../support/sample.ts'
import { startServer, startShop } from '../support/servers.ts'

const page = '/products'

/** A finished list page against a bare node:http server that sends the same bytes. */
export const cachedList: Part = async ({ databases, rounds, seconds, sizes }) => {
  const { url } = await databases.open(sizes[0] ?? 1_000)
  const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
  const bare = await startServer(
    'tests/bench/support/bare-server.ts',
    { BENCH_PAGE: shop.url + page },
    { probe: page },
  )
  const load = (server: string) => async () => {
    const lists = [[{ method: 'GET', path: page } as const]]
    return (await putLoad({ url: server, connections: 50, seconds, lists })).perSecond
  }
  try {
    await load(shop.url)()
    await load(bare.url)()
    const pairs = await compare(rounds, load(shop.url), load(bare.url))
    const texts = { name: 'cached list page', against: 'bare node:http, same bytes', unit: '/s' }
    return [ratioRow(pairs, texts, { atLeast: 0.7 })]
  } finally {
    await bare.stop()
    await shop.stop()
  }
}
