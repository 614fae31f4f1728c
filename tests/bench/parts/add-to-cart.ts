import { timeOrderedId } from '#app/kernel/ids.ts'
import type { Part } from '../support/context.ts'
import { withClient } from '../support/databases.ts'
import { findGoods, type Goods } from '../support/goods.ts'
import { putLoad, type Sent } from '../support/load.ts'
import { startMinimalApp } from '../support/minimal-app.ts'
import { compare, ratioRow } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'

const connections = 10
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** What the "add to cart" of a page posts, each connection a shopper, against an action that only writes. */
export const addToCart: Part = ({ databases, rounds, seconds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url, ownerUrl }) => {
    const goods = await findGoods(ownerUrl, 40)
    const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
    const minimal = await startMinimalApp(url)
    try {
      const ours = await forEach(() => shopperPosts(shop.url, goods))
      const theirs = await forEach(() => barePosts(ownerUrl, goods))
      const load = (server: string, lists: ReadonlyArray<ReadonlyArray<Sent>>) => async () =>
        (await putLoad({ url: server, connections, seconds, lists })).perSecond
      await load(shop.url, ours)()
      await load(minimal.url, theirs)()
      const pairs = await compare(rounds, load(shop.url, ours), load(minimal.url, theirs))
      const texts = { name: 'add to cart', against: 'minimal Remix action, same two writes', unit: '/s' }
      return [ratioRow(pairs, texts, { atLeast: 0.6 })]
    } finally {
      await minimal.stop()
      await shop.stop()
    }
  })

function forEach<T>(make: () => Promise<T>): Promise<Array<T>> {
  return Promise.all(Array.from({ length: connections }, make))
}

/** As the fetcher of a product's card sends it, by a shopper whose first post opened the session and the cart. */
async function shopperPosts(shopUrl: string, goods: ReadonlyArray<Goods>): Promise<Array<Sent>> {
  const posts = goods.map(({ sku }) => ({
    method: 'POST' as const,
    path: '/cart.data',
    headers: { ...form, origin: shopUrl } as Record<string, string>,
    body: new URLSearchParams({ intent: 'add', sku, via: 'fetcher' }).toString(),
  }))
  const [first] = posts
  if (!first) throw new Error('no goods')
  const response = await fetch(shopUrl + first.path, first)
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0]
  if (!response.ok || !cookie) throw new Error(`the shop answered ${response.status}`)
  return posts.map((post) => ({ ...post, headers: { ...post.headers, cookie } }))
}

async function barePosts(ownerUrl: string, goods: ReadonlyArray<Goods>): Promise<Array<Sent>> {
  const cart = timeOrderedId(new Date())
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO session (token_hash, created_at, expires_at) VALUES ($1, now(), now() + interval '1 day')`,
      [cart],
    )
    await client.query(
      'INSERT INTO cart (id, session_hash, updated_at) VALUES ($1::uuid, $1::uuid::text, now())',
      [cart],
    )
  })
  return goods.map(({ variantId }) => ({
    method: 'POST',
    path: '/cart',
    headers: form,
    body: new URLSearchParams({ cart, variant: String(variantId) }).toString(),
  }))
}
