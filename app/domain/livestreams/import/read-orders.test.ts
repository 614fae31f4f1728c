import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readSheet } from '#app/platform/sheets/read-sheet.server.ts'
import { writeWorkbook } from '#app/platform/sheets/write-sheet.server.ts'
import { layoutA, layoutB, layoutStandard } from '#tests/support/douyin-layouts.ts'
import { formOf } from '#tests/support/forms.ts'
import { encodeGbk } from '#tests/support/gbk.ts'
import { canaries, csvText, type OrderCells, orderCells, tableOf } from '#tests/support/platform-orders.ts'
import { isPersonal, mapOrderHeadings, missingFields, readOrderMapping } from './order-fields.ts'
import { headingsOf, readOrders } from './read-orders.ts'

const districts = new Map([['海淀区', '110108']])

async function read(bytes: Uint8Array) {
  const sheet = await readSheet(bytes, { most: 100_000, hasTimes: true })
  if (!sheet.ok) throw new Error(sheet.code)
  return readOrders(sheet.value, mapOrderHeadings(headingsOf(sheet.value)), districts)
}

const readTable = (orders: ReadonlyArray<OrderCells>, headings = layoutA) =>
  read(Buffer.from(csvText(tableOf(orders, headings))))

const expected = {
  row: 2,
  subOrder: '6926000597056000007',
  mainOrder: '6926000597056000007',
  externalId: '360000000000025083',
  merchantCode: 'nobody-knows',
  title: '【赤峰好物】敖汉小米',
  spec: '1kg',
  quantity: 3,
  grossFen: 123_456,
  refundedFen: 0,
  state: '已发货',
  traffic: 'live',
  hostAccount: '900000001',
  paidAt: '2026-11-24T12:40:41.000Z',
  beijingDistrictCode: '110108',
}
const order = orderCells(7, { 商品数量: '3', 订单应付金额: '1,234.56' })

describe('an order export is read the same', () => {
  test('in each layout of 54, 74 and 75 columns, and in any order of the columns (T76)', async () => {
    expect([layoutStandard.length, layoutA.length, layoutB.length]).toEqual([54, 74, 75])
    expect((await readTable([order])).rows).toEqual([expected])
    expect((await readTable([order], layoutStandard)).rows).toEqual([expected])
    // 货号 is the merchant's code only where there is no 商家编码; this layout has no 规格.
    expect((await readTable([{ ...order, 货号: 'other' }], layoutB)).rows).toEqual([
      { ...expected, spec: '' },
    ])
    for (let turn = 1; turn < layoutA.length; turn += 7)
      expect((await readTable([order], [...layoutA.slice(turn), ...layoutA.slice(0, turn)])).rows).toEqual([
        expected,
      ])
    expect((await readTable([order], [...layoutA].reverse())).rows).toEqual([expected])
  })

  test('in each encoding, as a workbook, and however programs dress its cells (T68)', async () => {
    const text = csvText(tableOf([order]))
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    const workbook = await writeWorkbook({
      name: '订单',
      columns: layoutA.map((heading) => ({ heading, width: 10 })),
      rows: [layoutA.map((heading) => order[heading]?.trim() ?? '-')],
    })
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), encodeGbk(text), utf16, workbook])
      expect((await read(bytes)).rows).toEqual([expected])
    const dressed = {
      ...order,
      子订单编号: '="6926000597056000007"',
      主订单编号: "'6926000597056000007",
      商品数量: '３',
      订单应付金额: '￥1，234．56元',
      支付完成时间: '2026/11/24 20:40:41',
    }
    expect((await readTable([dressed])).rows).toMatchObject([{ ...expected, mainOrder: expect.any(String) }])
    expect((await readTable([{ ...order, 支付完成时间: '2026/11/24 9:05' }])).rows[0]?.paidAt).toBe(
      '2026-11-24T01:05:00.000Z',
    )
    expect((await readTable([{ ...order, 支付完成时间: '46350.8615856481' }])).rows[0]?.paidAt).toBe(
      expected.paidAt,
    )
    // A payment of midnight.
    expect((await readTable([{ ...order, 支付完成时间: '46350' }])).rows[0]?.paidAt).toBe(
      '2026-11-23T16:00:00.000Z',
    )
  })

  test('without a word of who ordered, whatever a person says that a column is (T76)', async () => {
    const kept = JSON.stringify(await readTable([order], layoutB))
    for (const word of Object.values(canaries)) expect(kept).not.toContain(word)
    for (const heading of Object.keys(canaries)) expect(isPersonal(heading), heading).toBe(true)
    expect(readOrderMapping(formOf({ 'field.title': 0 }), ['收货人姓名'])).toEqual({})
    expect(mapOrderHeadings(['收货人姓名'], { 收货人姓名: 'title' })).toEqual({})
  })

  test('by a column’s usual name, though of a file without it something else was said', () => {
    const said = { 子订单编号: 'subOrder', 商品金额: 'gross' }
    const headings = ['子订单编号', '商品金额']
    expect(mapOrderHeadings(headings, said)).toEqual(said)
    expect(mapOrderHeadings([...headings, '订单应付金额'], said)).toEqual({
      子订单编号: 'subOrder',
      订单应付金额: 'gross',
    })
  })

  test('of the sample that shops know: 48 orders, 12 of them given back, 5 never paid', async () => {
    const { rows, problems } = await read(readFileSync('tests/fixtures/douyin-orders.csv'))
    expect([rows.length, problems]).toEqual([48, []])
    expect(rows.filter(({ refundedFen, grossFen }) => refundedFen === grossFen)).toHaveLength(12)
    expect(rows.filter(({ paidAt }) => paidAt === null)).toHaveLength(5)
    expect(rows.filter(({ traffic }) => traffic === 'live')).toHaveLength(38)
    expect(rows.filter(({ hostAccount }) => hostAccount !== null)).toEqual([])
  })
})

test('a row that cannot be read is told with its place and value, and none of it is read (T68)', async () => {
  const faults: Array<[heading: string, value: string, code: string]> = [
    ['子订单编号', '6.926E+18', 'digits-lost'],
    ['子订单编号', '', 'needed'],
    ['子订单编号', '69-26', 'not-an-id'],
    ['商品ID', '3.60000000000025E+17', 'digits-lost'],
    ['商品数量', '0', 'not-a-number'],
    ['商品数量', '两件', 'not-a-number'],
    ['订单应付金额', '12.345', 'not-an-amount'],
    ['订单应付金额', '', 'needed'],
    ['支付完成时间', '2026-11-31 10:00:00', 'not-a-time'],
    ['支付完成时间', '2026-11-24', 'day-alone'],
    ['支付完成时间', '2026年11月24日', 'day-alone'],
    ['支付完成时间', '2026-11-31', 'not-a-time'],
    ['支付完成时间', '24/11/2026 10:00', 'not-a-time'],
  ]
  const orders = faults.map(([heading, value], index) => orderCells(index, { [heading]: value }))
  const { rows, problems } = await readTable([...orders, orderCells(99)])
  expect(rows.map(({ row }) => row)).toEqual([faults.length + 2])
  expect(problems).toEqual(
    faults.map(([column, value, code], index) => ({ row: index + 2, column, value, code })),
  )
})

describe('of a workbook’s cells', () => {
  const [paid, midnight] = [new Date('2026-11-24T20:40:41Z'), new Date('2026-11-25T00:00:00Z')]

  /** As a spreadsheet saves it: the times of payment are numbers with a format. */
  async function readTimes(times: ReadonlyArray<Date | string | null>, numFmt = 'yyyy-mm-dd hh:mm:ss') {
    const column = layoutA.indexOf('支付完成时间')
    const [headings = [], ...orders] = tableOf(times.map((_time, index) => orderCells(index)))
    const rows = orders.map((cells, row) =>
      cells.map((cell, index) => (index === column ? (times[row] ?? '-') : cell)),
    )
    const columns = layoutA.map((_heading, index) => (index === column ? { numFmt } : {}))
    return await read(await writeXlsx({ sheets: [{ name: '订单', columns, rows: [headings, ...rows] }] }))
  }

  test('a payment at midnight is one, as is one a breath before it', async () => {
    const breath = new Date('2026-11-25T23:59:59.700Z')
    const { rows, problems } = await readTimes([midnight, paid, null, breath, midnight])
    expect(problems).toEqual([])
    expect(rows.map(({ paidAt }) => paidAt)).toEqual([
      '2026-11-24T16:00:00.000Z',
      '2026-11-24T12:40:41.000Z',
      null,
      '2026-11-25T16:00:00.000Z',
      '2026-11-24T16:00:00.000Z',
    ])
  })

  test('a midnight among times that are texts is one, too', async () => {
    const { rows } = await readTimes([midnight, '2026-11-24 20:40:41'])
    expect(rows.map(({ paidAt }) => paidAt)).toEqual(['2026-11-24T16:00:00.000Z', '2026-11-24T12:40:41.000Z'])
  })

  test('days alone are told as such where the column has no time at all', async () => {
    const { rows, problems } = await readTimes([midnight, midnight, null], 'yyyy-mm-dd')
    expect(rows.map(({ paidAt }) => paidAt)).toEqual([null])
    expect(problems).toEqual(
      [2, 3].map((row) => ({ row, column: '支付完成时间', value: '2026-11-25', code: 'day-alone' })),
    )
  })
})

test('a row whose cells were pushed aside by a comma in an address is told without a word of it (T76)', async () => {
  const [heading = [], cells = []] = tableOf([order])
  const address = layoutA.indexOf('详细地址')
  const pushed = [...cells.slice(0, address), '葫芦庙旁', ...cells.slice(address)]
  const { rows, problems } = await read(
    Buffer.from(csvText([heading, pushed, tableOf([orderCells(8)])[1] ?? []])),
  )
  expect(rows.map(({ row }) => row)).toEqual([3])
  expect(problems).toEqual([{ row: 2, column: '子订单编号', value: '', code: 'shifted' }])
})

test('a number twice is one order when it says the same, and a fault when it does not', async () => {
  const { rows, problems } = await readTable([order, order, { ...order, 订单应付金额: '1.00' }])
  expect(rows).toEqual([expected])
  expect(problems).toMatchObject([{ row: 4, code: 'differs-from-first' }])
})

test('what money came back is all of a closed order, else the amount of its column, else all by the after-sale’s word', async () => {
  const refundedBy = async (cells: OrderCells, headings = layoutA) =>
    (await readTable([{ ...order, ...cells }], headings)).rows[0]?.refundedFen
  const whole = expected.grossFen
  expect(await refundedBy({ 售后状态: '同意退款，退款成功' })).toBe(whole)
  expect(await refundedBy({ 订单状态: '已关闭' })).toBe(whole)
  expect(await refundedBy({ 订单状态: '已取消' })).toBe(whole)
  expect(await refundedBy({ 订单状态: '已关闭', 支付完成时间: '-' })).toBe(0)
  for (const 售后状态 of ['售后关闭', '待退货', '换货成功', '售后处理中'])
    expect(await refundedBy({ 售后状态 })).toBe(0)
  const partly = [...layoutA, '退款金额']
  expect(await refundedBy({ 退款金额: '34.56' }, partly)).toBe(3_456)
  expect(await refundedBy({ 退款金额: '34.56', 售后状态: '同意退款，退款成功' }, partly)).toBe(3_456)
  for (const 退款金额 of ['-', '', '0.00'])
    expect(await refundedBy({ 退款金额, 售后状态: '同意退款，退款成功' }, partly)).toBe(whole)
  expect(await refundedBy({ 退款金额: '34.56', 订单状态: '已关闭' }, partly)).toBe(whole)
  expect(await refundedBy({ 退款金额: '34.56', 支付完成时间: '-' }, partly)).toBe(0)
  expect(await refundedBy({ 退款金额: '99,999.00' }, partly)).toBe(whole)
})

test('columns that nobody knows are asked for', () => {
  expect(
    missingFields(mapOrderHeadings(['编号', '商品ID', '商品数量', '支付时间', '订单状态', '流量体裁'])),
  ).toEqual(['subOrder', 'gross'])
})
