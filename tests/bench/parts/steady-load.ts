import { openCatalogue, slugsOfBest } from '../support/catalogue.ts'
import type { Part } from '../support/context.ts'
import { putLoad, type Sent } from '../support/load.ts'
import { figureRow } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'

const rate = 100
const seconds = 10
const connections = 20

const divisions = ['aohan', 'ningcheng', 'hexigten', 'linxi', 'ongniud', 'harqin', 'songshan', 'hongshan']
const words = [
  '小米',
  '牛肉干',
  '荞面',
  '奶豆腐',
  '羊肉',
  'xiaomi',
  '敖汉小米 2.5kg',
  '番茄',
  '木耳',
  '沙棘',
  '蜂蜜',
  '杂粮',
]

/** Home, divisions, products and searches at a steady hundred a second, from a cold start (T87); any error fails it. */
export const steadyLoad: Part = async ({ databases, sizes }) => {
  const size = sizes.at(-1) ?? 1_000
  const catalogue = await openCatalogue(databases, size)
  const slugs = await slugsOfBest(catalogue, 100)
  await catalogue.close()
  const paths = [
    ...Array.from({ length: 20 }, (_, index) => (index % 4 === 0 ? '/en' : '/')),
    ...divisions.map((slug) => `/divisions/${slug}`),
    ...slugs.map((slug) => `/products/${slug}`),
    ...words.map((word) => `/search?q=${encodeURIComponent(word)}`),
  ]
  const { url } = await databases.open(size)
  const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
  try {
    const lists = Array.from({ length: connections }, (_, connection) => shuffled(paths, connection))
    const { p95 } = await putLoad({ url: shop.url, connections, seconds, rate, lists })
    const against = `${rate}/s for ${seconds} s, ${size.toLocaleString('en')} products`
    return [
      figureRow([p95], { name: 'home, banner, product, search: p95', against, unit: 'ms' }, { atMost: 300 }),
    ]
  } finally {
    await shop.stop()
  }
}

/** Another order for each connection, the same in each run. */
function shuffled(paths: ReadonlyArray<string>, seed: number): Array<Sent> {
  const step = [11, 13, 17, 19, 23, 29, 31, 37][seed % 8] ?? 11
  return paths.map((_, index) => ({
    method: 'GET',
    path: paths[(index * step + seed * 37) % paths.length] ?? '/',
    headers: { 'accept-encoding': 'br, gzip' },
  }))
}
