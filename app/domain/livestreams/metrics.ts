import { z } from 'zod'
import { type Fen, fen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import { cleanCell } from '#app/platform/sheets/clean-cell.ts'
import { sameHeading } from '#app/platform/sheets/map-headings.ts'

/** What a live room counts, by the names of the platform. 成交金额 includes what was given back later: 退款金额 stands apart. */
export const metricFields = [
  { key: 'payFen', kind: 'yuan', aliases: ['成交金额', '用户支付金额', '直播间成交金额', 'GMV'] },
  { key: 'refundFen', kind: 'yuan', aliases: ['退款金额', '退款金额（支付时间）'] },
  { key: 'orders', kind: 'count', aliases: ['成交订单数'] },
  { key: 'buyers', kind: 'count', aliases: ['成交人数'] },
  { key: 'pieces', kind: 'count', aliases: ['成交件数'] },
  { key: 'views', kind: 'count', aliases: ['累计观看次数', '观看次数', '场观'] },
  { key: 'viewers', kind: 'count', aliases: ['累计观看人数', '观看人数', '进入人数'] },
  { key: 'peakOnline', kind: 'count', aliases: ['最高在线人数', '人气峰值'] },
  { key: 'averageOnline', kind: 'count', aliases: ['平均在线人数'] },
  { key: 'watchSeconds', kind: 'count', aliases: ['人均观看时长', '人均观看时长（秒）'] },
  { key: 'productViewers', kind: 'count', aliases: ['商品曝光人数'] },
  { key: 'productClickers', kind: 'count', aliases: ['商品点击人数'] },
  { key: 'comments', kind: 'count', aliases: ['新增评论数', '评论次数'] },
  { key: 'newFans', kind: 'count', aliases: ['新增粉丝数'] },
  { key: 'newMembers', kind: 'count', aliases: ['新加团人数'] },
  { key: 'costFen', kind: 'yuan', aliases: ['千川消耗', '投放消耗'] },
] as const satisfies ReadonlyArray<{ key: string; kind: 'yuan' | 'count'; aliases: ReadonlyArray<string> }>

export type MetricKey = (typeof metricFields)[number]['key']

const largestMetric = 1e11
const count = z.number().int().min(0).max(largestMetric).optional()
/** Fen for amounts; what nobody entered is left out. */
export const liveMetrics = z.object(
  Object.fromEntries(metricFields.map(({ key }) => [key, count])) as Record<MetricKey, typeof count>,
)
export type LiveMetrics = z.infer<typeof liveMetrics>

/** Null for what is no number of its kind. Seconds may be written 1'32" or 92. */
export function readMetric(key: MetricKey, typed: string): number | null {
  const text = cleanCell(typed).normalize('NFKC').replace(/[\s,]/g, '')
  if (kindOf.get(key) === 'yuan') return parseYuan(text)
  const match = /^(?:(\d+)(?:分|'))?(\d+)(?:秒|"|s)?$/.exec(text)
  const value = match ? Number(match[1] ?? 0) * 60 + Number(match[2]) : Number.NaN
  return value <= largestMetric ? value : null
}

const kindOf = new Map<string, 'yuan' | 'count'>(metricFields.map(({ key, kind }) => [key, kind]))
const keyOf = new Map<string, MetricKey>(
  metricFields.flatMap(({ key, aliases }) => aliases.map((alias) => [sameHeading(alias), key] as const)),
)

/** The figures of an exported table, whether its names stand above their values or before them. */
export function findMetrics(rows: ReadonlyArray<ReadonlyArray<string>>): LiveMetrics {
  const found: LiveMetrics = {}
  const keyAt = (row: number, column: number) => keyOf.get(sameHeading(rows[row]?.[column] ?? ''))
  rows.forEach((cells, row) => {
    cells.forEach((_cell, column) => {
      const key = keyAt(row, column)
      if (!key || found[key] !== undefined) return
      const isBeside =
        keyAt(row, column + 1) === undefined &&
        cells[column + 1] !== undefined &&
        keyAt(row, column - 1) === undefined
      const beside = isBeside ? readMetric(key, cells[column + 1] ?? '') : null
      const value = beside ?? readMetric(key, rows[row + 1]?.[column] ?? '')
      if (value !== null) found[key] = value
    })
  })
  return found
}

export type ComputedMetrics = {
  /** 客单价 and 件单价 */
  perBuyerFen: Fen | null
  perPieceFen: Fen | null
  /** 千次观看成交金额, and UV 价值: what a thousand views and one viewer brought. */
  gpmFen: Fen | null
  perViewerFen: Fen | null
  /** 商品点击率 and 点击-成交率, in hundredths of a percent */
  clickRate: number | null
  dealRate: number | null
}

/** Never entered: computed from what was, and floored like every figure that is told. */
export function computeMetrics(metrics: LiveMetrics): ComputedMetrics {
  const { payFen, buyers, pieces, views, viewers, productViewers, productClickers } = metrics
  return {
    perBuyerFen: share(payFen, buyers),
    perPieceFen: share(payFen, pieces),
    gpmFen: share(payFen === undefined ? undefined : payFen * 1_000, views),
    perViewerFen: share(payFen, viewers),
    clickRate: rate(productClickers, productViewers),
    dealRate: rate(buyers, productClickers),
  }
}

function share(amount: number | undefined, among: number | undefined): Fen | null {
  return amount === undefined || !among ? null : fen(Math.floor(amount / among))
}

function rate(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || !whole ? null : Math.floor((part * 10_000) / whole)
}
