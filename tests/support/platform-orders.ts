import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { SaidSource } from '#app/domain/livestreams/import/order-source.server.ts'
import { readPlatformImport } from '#app/domain/livestreams/import/platform-import.server.ts'
import { runPlatformImports } from '#app/domain/livestreams/import/run-platform-imports.server.ts'
import { startPlatformImport } from '#app/domain/livestreams/import/start-platform-import.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { TestDatabase } from './database.ts'
import { layoutA } from './douyin-layouts.ts'
import { runningClock } from './people.ts'
import { createOrganizer } from './staff.ts'

/** One 子订单 by the names of its cells; what is not named is a dash. */
export type OrderCells = Readonly<Record<string, string>>

/** Who ordered: nothing of it may be found anywhere afterwards (T76). */
export const canaries = {
  收件人: '甄嗣隐',
  收件人手机号: '13912340765',
  街道: '仁清巷街道',
  详细地址: '葫芦庙旁九五二七号',
  买家留言: '红楼暗号请放门口',
  商家备注: '通灵宝玉备注',
  快递信息: '甄嗣隐 13912340765',
}

/** A paid order of 100 yuan for one piece, sold in a livestream on the fair's second day, with everything that must not be kept. */
export function orderCells(index: number, changes: OrderCells = {}): OrderCells {
  const number = `69260005970560${String(index).padStart(5, '0')}`
  return {
    ...canaries,
    主订单编号: `${number}\t`,
    子订单编号: `${number}\t`,
    选购商品: '【赤峰好物】敖汉小米',
    商品规格: '1kg',
    商品数量: '1',
    商品ID: '360000000000025083\t',
    商家编码: 'nobody-knows',
    订单应付金额: '100.00',
    省: '北京市',
    市: '北京市',
    区: '海淀区',
    支付完成时间: '2026-11-24 20:40:41',
    订单状态: '已发货',
    达人ID: '900000001',
    流量体裁: '直播',
    ...changes,
  }
}

/** The table of an export, in the columns of one of its layouts. */
export function tableOf(
  orders: ReadonlyArray<OrderCells>,
  headings: ReadonlyArray<string> = layoutA,
): Array<Array<string>> {
  return [[...headings], ...orders.map((cells) => headings.map((heading) => cells[heading] ?? '-'))]
}

export function csvText(table: ReadonlyArray<ReadonlyArray<string>>): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

export function exportFile(bytes: Uint8Array | string, name = '订单导出.csv'): File {
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
}

export async function platformServices({ db, pool }: Pick<TestDatabase, 'db' | 'pool'>) {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'platform-'))
  const services = {
    db,
    pool,
    clock: runningClock(),
    env: { DATA_DIR },
    log: { error: console.error } as never,
  }
  return { ...services, organizer: await createOrganizer(db) }
}

export type PlatformServices = Awaited<ReturnType<typeof platformServices>>

/** Uploads, as an export of nobody's own shop if nothing else is said; imported is it by `runPlatformImports`. */
export async function upload(
  services: PlatformServices,
  file: File,
  said: Partial<SaidSource> = {},
): Promise<string> {
  const started = await startPlatformImport(services, services.organizer, {
    fair: '',
    shop: '',
    ...said,
    file,
  })
  if (!started.ok) throw new Error(started.code)
  return started.value.id
}

export async function importOrders(services: PlatformServices, file: File, said: Partial<SaidSource> = {}) {
  const id = await upload(services, file, said)
  await runPlatformImports(services)
  return await importOf(services, id)
}

export async function importOf({ pool }: Pick<PlatformServices, 'pool'>, id: string) {
  const job = await readPlatformImport(sqlOn(pool), id)
  if (!job) throw new Error('no such import')
  return job
}

/** What stands in the ledger of imports, by channel and kind: entries, pieces and fen. */
export async function ledgerOf({ pool }: Pick<PlatformServices, 'pool'>) {
  return await sqlOn(pool).$queryRaw<
    Array<{ channel: string; kind: string; entries: number; quantity: number; fen: number }>
  >`
    SELECT channel, kind, count(*)::int AS entries, sum(quantity)::int AS quantity, sum(amount_fen)::float8 AS fen
    FROM sale_entry WHERE source = 'import' GROUP BY 1, 2 ORDER BY 1, 2`
}
