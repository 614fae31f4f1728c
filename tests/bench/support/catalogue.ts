import { listProducts } from '#app/domain/catalog/list-products.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import type { Reading } from '#app/domain/catalog/reading.server.ts'
import { searchProducts } from '#app/domain/search/search-products.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import type { Memo } from '#app/platform/memo.server.ts'
import type { BenchDatabases } from './databases.ts'

export type Catalogue = { size: number; reading: Reading; close(): Promise<void> }

/** The shop's read side on a catalogue of this size, in this process. */
export async function openCatalogue(databases: BenchDatabases, size: number): Promise<Catalogue> {
  const { url } = await databases.open(size)
  const pool = createPool({ DATABASE_URL: url, DATABASE_POOL_SIZE: 4 })
  return { size, reading: { pool, memo: createMemory(), clock: systemClock }, close: () => pool.end() }
}

/** Knows places and totals, as any process does after its first page, but counts each list's filters anew. */
export function createMemory(): Memo {
  const known = new Map<string, Promise<unknown>>()
  return <T>({ key, load }: { key: string; load: () => Promise<T> }) => {
    if (key.startsWith('facets:')) return load()
    if (!known.has(key)) known.set(key, load())
    return known.get(key) as Promise<T>
  }
}

export async function slugsOfBest({ reading }: Catalogue, count: number): Promise<Array<string>> {
  const { rows } = await reading.pool.query<{ slug: string }>(
    `SELECT slug FROM product WHERE status = 'published' ORDER BY score DESC, id DESC LIMIT $1`,
    [count],
  )
  return rows.map(({ slug }) => slug)
}

export type Ask = (reading: Reading, after?: string) => Promise<{ page: { next: string | null } }>

/** A list by its address, `division=aohan&sort=sales`. */
export function listing(address: string): Ask {
  return (reading, after) => listProducts(reading, queryOf(address, after), 'zh')
}

/** A search as typed, with filters and a sort by their address. */
export function searching(typed: string, address = ''): Ask {
  return (reading, after) => searchProducts(reading, typed, queryOf(address, after), 'zh')
}

function queryOf(address: string, after: string | undefined) {
  const query = parseListQuery(new URLSearchParams(address))
  return after === undefined ? query : { ...query, after }
}
