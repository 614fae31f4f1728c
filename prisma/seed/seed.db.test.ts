import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findStatementDifferences } from '#app/domain/settlements/check-statements.server.ts'
import { findStockDifferences } from '#app/domain/stock/check-stock.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { growCatalogue } from './grow.ts'
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
  const entries = await one('SELECT sum(amount_fen) FROM sale_entry')
  expect(paid).toBeGreaterThan(0)
  expect(entries).toBe(paid)
  for (const dimension of ['all', 'enterprise', 'division', 'district']) {
    for (const grain of dimension === 'all' ? ['minute', 'day', 'total'] : ['day', 'total']) {
      const sum = `SELECT sum(verified_fen) FROM sale_rollup WHERE dimension = '${dimension}' AND grain = '${grain}'`
      expect(await one(sum), `${dimension} by ${grain}`).toBe(entries)
    }
  }
})

test('each month before the running one is closed, and what stands in no statement is the running month’s', async () => {
  expect(await one('SELECT count(*) FROM statement_period WHERE closed_at IS NOT NULL')).toBe(3)
  expect(await one('SELECT count(*) FROM statement')).toBeGreaterThan(300)
  expect(await findStatementDifferences(sqlOn(pool))).toEqual([])
  const settled = await one('SELECT sum(net_fen + fee_fen) FROM statement')
  const running = await one(
    `SELECT sum(amount_fen) FROM sale_entry WHERE occurred_at >= '2026-11-01 00:00+08'`,
  )
  expect(settled + running).toBe(await one('SELECT sum(amount_fen) FROM sale_entry'))
})

test('only the demonstration fair has sales, and its figure is that of its orders', async () => {
  const fairs = await pool.query(
    'SELECT DISTINCT is_demonstration FROM exhibition e JOIN sale_entry s ON s.exhibition_id = e.id',
  )
  expect(fairs.rows).toEqual([{ is_demonstration: true }])
  const ofOrders =
    'SELECT sum(total_fen - refunded_fen) FROM order_group WHERE exhibition_id IS NOT NULL AND paid_at IS NOT NULL'
  const ofLedger = `SELECT sum(amount_fen) FROM sale_rollup WHERE exhibition_id <> 0 AND dimension = 'all' AND grain = 'total'`
  expect(await one(ofLedger)).toBe(await one(ofOrders))
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
