import { expect, test } from 'vitest'
import { readTrackingTable, tableOf } from './tracking-file.ts'

const read = (text: string) => readTrackingTable(tableOf(text))
const order = 'CF20261125AAAAAAAA-1'

test.each([
  ['a CSV with a byte order mark and a heading', `\uFEFF订单号,快递单号\r\n${order},SF1234567890123\r\n`, 2],
  ['cells pasted from a spreadsheet', `${order}\tsf 1234 5678 90123`, 1],
  ['quotes, and what keeps a number from being rounded', `"${order}","=""SF1234567890123"""`, 1],
  ['full-width commas and blank lines', `\n\n${order.toLowerCase()}，SF1234567890123\n`, 3],
])('%s', (_what, text, row) => {
  expect(read(text)).toEqual({
    rows: [{ row, number: order, trackingNumber: 'SF1234567890123', courier: 'SF', storage: null }],
    faults: [],
  })
})

test('the third column names the parcel; a number that looks like nobody’s is of another carrier', () => {
  const { rows } = read(`${order},12345678,冷冻\n${order},12345679,ambient`)
  expect(rows.map(({ courier, storage }) => [courier, storage])).toEqual([
    ['other', 'frozen'],
    ['other', 'ambient'],
  ])
})

test.each([
  [`${order},7.3123E+13`, 'number-rounded'],
  [`${order},`, 'tracking-number-required'],
  [`${order},12`, 'tracking-number-invalid'],
  [',SF1234567890123', 'order-required'],
  [`${order},SF1234567890123,热的`, 'storage-unknown'],
])('%s is reported with its row (T68): %s', (line, code) => {
  const { rows, faults } = read(`订单号,快递单号\n${line}`)
  expect([rows, faults.map((fault) => [fault.row, fault.code])]).toEqual([[], [[2, code]]])
})

test.each([
  [
    'other columns between, in another order',
    ['收货人', '快递公司', '运单号', '订单编号'],
    ['赵晓梅', '中通快递', '12345678', order],
  ],
  ['English headings', ['Order number', 'Carrier', 'Tracking number'], [order, 'ZTO Express', '12345678']],
])('headings say what is in which column: %s', (_what, headings, cells) => {
  const table = [headings, cells].map((row, index) => ({ row: index + 1, cells: row }))
  const expected = { row: 2, number: order, trackingNumber: '12345678', courier: 'ZTO', storage: null }
  expect(readTrackingTable(table)).toEqual({ rows: [expected], faults: [] })
})
