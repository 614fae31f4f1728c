import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrderDifferences } from '#app/domain/sales/check-orders.server.ts'
import { findRollupDifferences } from '#app/domain/sales/check-rollups.server.ts'
import { findStatementDifferences } from '#app/domain/settlements/check-statements.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { growCatalogue } from './grow.ts'
import { copiedFairFen } from './plan/fairs/fairs.ts'
import { seed } from './seed.ts'

const { pool, ownerUrl } = await useDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
const quiet = () => undefined
const options = {
  sessionSecret: 'a-session-secret-for-tests-0123456789',
  say: () => undefined,
  pictures: false,
}
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'seed-'))
  await client.connect()
  expect(await seed(client, { ...options, dataDir })).toBe(true)
})

afterAll(async () => {
  await client.end()
  await rm(dataDir, { recursive: true, force: true })
})

async function one(sql: string): Promise<number> {
  const { rows } = await pool.query<{ value: string | null }>(`SELECT (${sql})::text AS value`)
  return Number(rows[0]?.value ?? 0)
}

test('a second run changes nothing', async () => {
  const before = await one('SELECT max(id) FROM sale_entry')
  expect(await seed(client, { ...options, dataDir })).toBe(false)
  expect(await one('SELECT max(id) FROM sale_entry')).toBe(before)
  expect(await one(`SELECT count(*) FROM product WHERE status = 'published'`)).toBe(1040)
})

test('T06: stock is conserved', async () => {
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
})

test('the ledger holds what was paid less what was refunded, and the rollups what the ledger holds', async () => {
  const paid = await one('SELECT sum(total_fen - refunded_fen) FROM order_group WHERE paid_at IS NOT NULL')
  expect(paid).toBeGreaterThan(0)
  expect(await one(`SELECT sum(amount_fen) FROM sale_entry WHERE source = 'order'`)).toBe(paid)
  expect(await findRollupDifferences(sqlOn(pool))).toEqual([])
  expect(await findOrderDifferences(sqlOn(pool))).toEqual([])
})

test('each month before the running one is closed, and what stands in no statement is the running month’s', async () => {
  expect(await one('SELECT count(*) FROM statement_period WHERE closed_at IS NOT NULL')).toBe(3)
  expect(await one('SELECT count(*) FROM statement')).toBeGreaterThan(300)
  expect(await findStatementDifferences(sqlOn(pool))).toEqual([])
  const settled = await one('SELECT sum(net_fen + fee_fen) FROM statement')
  const running = await one(
    `SELECT sum(amount_fen) FROM sale_entry WHERE source = 'order' AND occurred_at >= '2026-11-01 00:00+08'`,
  )
  expect(settled + running).toBe(await one(`SELECT sum(amount_fen) FROM sale_entry WHERE source = 'order'`))
})

test('only demonstration fairs have entries, and nothing but printed figures is in those of the article', async () => {
  const fairs = await pool.query(
    'SELECT DISTINCT is_demonstration FROM exhibition e JOIN sale_entry s ON s.exhibition_id = e.id',
  )
  expect(fairs.rows).toEqual([{ is_demonstration: true }])
  expect(await one(`SELECT count(*) FROM exhibition WHERE has_public_figure AND NOT is_demonstration`)).toBe(
    0,
  )
})

test('the copy of the article’s fair comes to 73 million and something, over five days and four channels', async () => {
  const { rows } = await pool.query(`
    SELECT channel, sum(amount_fen)::float8 AS fen, sum(verified_fen)::float8 AS verified, count(*)::int AS days
    FROM sale_rollup r JOIN exhibition e ON e.id = r.exhibition_id AND e.slug = 'beijing-2023-demo'
    WHERE dimension = 'all' AND grain = 'day' GROUP BY 1 ORDER BY 1`)
  expect(rows.map(({ channel, days }) => [channel, days])).toEqual([
    ['contract', 5],
    ['livestream', 5],
    ['online', 5],
    ['onsite', 5],
  ])
  const sum = (figure: 'fen' | 'verified') => rows.reduce((total, row) => total + row[figure], 0)
  expect(sum('fen')).toBe(copiedFairFen)
  expect(Math.floor(sum('fen') / 100_000_000)).toBe(73)
  expect(Math.floor(sum('verified') / 100_000_000)).toBe(73)
  expect(sum('verified')).toBeLessThan(sum('fen'))
  const beside = `SELECT count(*) FROM sale_entry s JOIN contract c ON c.id = s.contract_id WHERE c.kind IN ('intent', 'investment')`
  expect(await one(beside)).toBe(0)
})

test('the fair that is on has sessions behind and ahead of it, and contracts that wait for a second person', async () => {
  const running = `exhibition_id = (SELECT id FROM exhibition WHERE slug = 'beijing-2026')`
  for (const stand of [`ends_at < '2026-11-24'`, `starts_at > '2026-11-24T16:00Z'`])
    expect(await one(`SELECT count(*) FROM livestream WHERE ${running} AND ${stand}`)).toBeGreaterThan(0)
  expect(await one(`SELECT count(*) FROM contract WHERE ${running} AND status = 'recorded'`)).toBe(2)
  expect(await one(`SELECT count(*) FROM livestream WHERE slug !~ '^[a-z0-9-]+$'`)).toBe(0)
  const early = `SELECT count(*) FROM sale_entry s JOIN livestream l ON l.id = s.livestream_id
    WHERE s.occurred_at NOT BETWEEN l.starts_at AND l.ends_at`
  expect(await one(early)).toBe(0)
})

test('applications and a request wait for the first who comes', async () => {
  expect(await one(`SELECT count(*) FROM enterprise_application WHERE status = 'submitted'`)).toBe(1)
  expect(await one(`SELECT count(*) FROM enterprise_application WHERE status = 'recommended'`)).toBe(1)
  expect(await one(`SELECT count(*) FROM after_sale WHERE status = 'requested'`)).toBe(1)
  const papers = 'SELECT FROM enterprise_document d WHERE d.application_id = a.id'
  expect(await one(`SELECT count(*) FROM enterprise_application a WHERE NOT EXISTS (${papers})`)).toBe(0)
})

test('products repeat the figures of their rows', async () => {
  const sold = `SELECT count(*) FROM product p WHERE sales_count <> (SELECT coalesce(sum(l.quantity - l.refunded_quantity), 0)
    FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE l.product_id = p.id AND o.status <> 'cancelled')`
  const rated = `SELECT count(*) FROM product p WHERE (rating_sum, rating_count) <>
    (SELECT coalesce(sum(rating), 0), count(*) FROM review r WHERE r.product_id = p.id AND r.status = 'published')`
  const cheapest = `SELECT count(*) FROM product p WHERE min_price_fen <> (SELECT min(price_fen) FROM variant v WHERE v.product_id = p.id)`
  const inStock = `SELECT count(*) FROM product p WHERE is_in_stock <> (SELECT bool_or(s.free >= v.min_quantity)
    FROM variant v JOIN stock s ON s.variant_id = v.id WHERE v.product_id = p.id)`
  expect(await Promise.all([sold, rated, cheapest, inStock].map(one))).toEqual([0, 0, 0, 0])
})

test('every 划线价 is a price of the history', async () => {
  const unproven = `SELECT count(*) FROM variant v WHERE was_price_fen IS NOT NULL
    AND NOT EXISTS (SELECT FROM price_change c WHERE c.variant_id = v.id AND c.from_fen = v.was_price_fen AND c.to_fen = v.price_fen)`
  expect(await one(unproven)).toBe(0)
  expect(await one('SELECT count(*) FROM variant WHERE was_price_fen IS NOT NULL')).toBeGreaterThan(50)
})

test('a grown catalogue is searchable, has its tiers and its indexes, and keeps its stock', async () => {
  const indexes = `SELECT count(*) FROM pg_indexes WHERE tablename IN ('product', 'variant', 'stock_movement')`
  const before = await one(indexes)
  await growCatalogue(client, 12_000, quiet)
  expect(await one(indexes)).toBe(before)
  expect(await one('SELECT count(*) FROM product')).toBe(12_000)
  expect(await one('SELECT count(*) FROM product WHERE search_vector IS NULL')).toBe(0)
  expect(await one('SELECT count(*) FROM product WHERE search_tier = 0')).toBe(1_000)
  expect(await one('SELECT count(*) FROM product WHERE search_tier = 1')).toBe(9_000)
  expect(await findStockDifferences(sqlOn(pool))).toEqual([])
}, 60_000)
