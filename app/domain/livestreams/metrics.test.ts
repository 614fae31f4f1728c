import { expect, test } from 'vitest'
import { computeMetrics, findMetrics, readMetric } from './metrics.ts'

test('客单价, GPM and UV value follow from what was counted, floored; never from nothing', () => {
  const metrics = {
    payFen: 1_000_000,
    buyers: 30,
    pieces: 70,
    views: 9_000,
    viewers: 7_000,
    productViewers: 3_000,
    productClickers: 700,
  }
  expect(computeMetrics(metrics)).toEqual({
    perBuyerFen: 33_333,
    perPieceFen: 14_285,
    gpmFen: 111_111,
    perViewerFen: 142,
    clickRate: 2_333,
    dealRate: 428,
  })
  const nothing = {
    perBuyerFen: null,
    perPieceFen: null,
    gpmFen: null,
    perViewerFen: null,
    clickRate: null,
    dealRate: null,
  }
  expect(computeMetrics({})).toEqual(nothing)
  expect(computeMetrics({ payFen: 100, buyers: 0, views: 0 })).toEqual(nothing)
})

test('figures are read as live rooms print them, and nothing else is', () => {
  expect(readMetric('payFen', '¥12,345.60\t')).toBe(1_234_560)
  expect(readMetric('views', '１２,３４５')).toBe(12_345)
  expect(readMetric('watchSeconds', '1\'32"')).toBe(92)
  expect(readMetric('watchSeconds', '2分05秒')).toBe(125)
  for (const text of ['', '-', '很多', '-3', '1.5', '12%']) expect(readMetric('views', text), text).toBeNull()
})

test('an exported table is read with its names above the values or before them; 成交 and 退款 stay apart', () => {
  const expected = { payFen: 1_234_560, refundFen: 45_000, viewers: 8_000 }
  expect(
    findMetrics([
      ['直播间', '成交金额', '退款金额', '累计观看人数'],
      ['x', '12,345.60', '450.00', '8,000'],
    ]),
  ).toEqual(expected)
  expect(
    findMetrics([
      ['成交金额', '12345.6'],
      ['退款金额', '450'],
      ['累计观看人数', '8000'],
    ]),
  ).toEqual(expected)
  expect(
    findMetrics([
      ['商品名称', '商品编号'],
      ['小米', '3'],
    ]),
  ).toEqual({})
})
