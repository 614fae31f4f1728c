import { buffer } from 'node:stream/consumers'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { encodeGbk } from '#tests/support/gbk.ts'
import { zipOf } from '#tests/support/zip.ts'
import { readSheet } from './read-sheet.server.ts'
import { unzip } from './unzip.server.ts'
import { guarded, streamSheet, writeText, writeWorkbook } from './write-sheet.server.ts'

const limits = { files: 100, bytes: 10 * 1024 * 1024 }
const nothing = () => undefined

const megabyte = 1024 * 1024

test('a bomb is refused by its directory: by density, by sum, by number, whatever it would unpack to (T64)', async () => {
  const bombs = {
    'too-large-inside': [
      [{ name: 'dense', content: Buffer.alloc(5 * megabyte) }],
      Array.from({ length: 11 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(megabyte) })),
    ],
    'too-many-files': [
      Array.from({ length: 101 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(1) })),
    ],
  }
  for (const [code, archives] of Object.entries(bombs))
    for (const files of archives) {
      const bytes = zipOf(files)
      const unpacked: Array<string> = []
      const from = process.cpuUsage()
      const refused = await unzip(bytes, limits, (name) => void unpacked.push(name))
      expect(refused).toMatchObject({ ok: false, code })
      expect(unpacked).toEqual([])
      expect(process.cpuUsage(from).user).toBeLessThan(1_000_000)
    }
})

test('a file that unpacks to more than its directory says ends the archive (T64)', async () => {
  const liar = zipOf([{ name: 'bomb', content: Buffer.alloc(64 * megabyte), claimedSize: 1_000 }])
  const unpacked: Array<string> = []
  const refused = await unzip(liar, limits, (name) => void unpacked.push(name))
  expect(refused).toMatchObject({ code: 'not-a-zip' })
  expect(unpacked).toEqual([])
})

test('a workbook that claims more cells or rows than a sheet has room for is read no further (T64)', async () => {
  const cell = (name: string) => `<c r="${name}"><v>1</v></c>`
  const far = Array.from({ length: 1_000 }, (_, row) => `<row r="${row + 1}">${cell(`XFD${row + 1}`)}</row>`)
  const blank = '<row/>'.repeat(120_000)
  const long = Array.from({ length: 10_002 }, (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`)}</row>`)
  const from = process.cpuUsage()
  expect(await readSheet(await workbookOf(far.join('')))).toMatchObject({ code: 'too-large' })
  expect(await readSheet(await workbookOf(blank))).toMatchObject({ code: 'too-many-rows' })
  expect(await readSheet(await workbookOf(long.join('')))).toMatchObject({ code: 'too-many-rows' })
  expect(process.cpuUsage(from).user, 'about 0.5 s each').toBeLessThan(5_000_000)
  expect(await readSheet(zipOf([{ name: 'x', content: Buffer.alloc(5 * megabyte) }]))).toMatchObject({
    code: 'too-large',
  })
  expect(await readSheet(await workbookOf(long.slice(0, 10_001).join('')))).toMatchObject({ ok: true })
})

/** A workbook of ours with other rows in its sheet. */
async function workbookOf(rows: string): Promise<Buffer> {
  const parts: Array<{ name: string; content: Buffer }> = []
  const sheet = { name: '商品', columns: [{ heading: '名称', width: 10 }], rows: [] }
  await unzip(await writeWorkbook(sheet), limits, (name, content) => void parts.push({ name, content }))
  const content = Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  return zipOf(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content } : part)))
}

test('names that lead elsewhere are refused, and Chinese ones of any Windows are read (T64, T66)', async () => {
  const content = Buffer.from('x')
  for (const name of ['../evil', 'a/../../evil', '/etc/passwd', 'C:\\evil', 'a\0b'])
    expect(await unzip(zipOf([{ name, content }]), limits, nothing), name).toMatchObject({
      code: 'unsafe-name',
    })
  const names: Array<string> = []
  const gbk = Buffer.from([0xd0, 0xa1, 0xc3, 0xd7])
  await unzip(
    zipOf([
      { name: gbk, content },
      { name: '荞面.jpg', content },
    ]),
    limits,
    (name) => void names.push(name),
  )
  expect(names).toEqual(['小米', '荞面.jpg'])
})

test('a cell that would be a formula is a text, in text files and workbooks; numbers stay numbers (T67)', async () => {
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1＋1', '＠SUM(A1)']
  expect(evil.map(guarded)).toEqual(evil.map((text) => `'${text}`))
  const sheet = {
    name: '商品',
    columns: [{ heading: '名称', width: 10, choices: ['甲'] }],
    rows: [['=cmd()'], [-5], ['小米']],
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeText(sheet))
  expect(text).toBe("\ufeff名称\r\n'=cmd()\r\n-5\r\n小米")
  const { sheets } = await readXlsx(await writeWorkbook(sheet))
  expect(sheets[0]?.rows).toEqual([['名称'], ["'=cmd()"], [-5], ['小米']])
  expect(sheets[0]?.dataValidations).toMatchObject([{ type: 'list', range: 'A2:A10001' }])
})

test('a workbook that is sent while it is made is the one that is made whole, and asks for no row before its time (T67, T71)', async () => {
  const sheet = {
    name: '明细',
    columns: [
      { heading: '=名称', width: 10 },
      { heading: '金额', width: 12, isMoney: true },
    ],
  }
  const rows: Array<[string | null, number]> = [
    ['=cmd()', -0.05],
    [null, 3_537_000_000.12],
  ]
  let asked = 0
  async function* parts() {
    for (let part = 0; part < 5_000; part += 1) {
      asked += 1
      yield rows
    }
  }
  const stream = streamSheet('xlsx', sheet, parts())
  for await (const first of stream) {
    expect(Buffer.isBuffer(first)).toBe(true)
    break
  }
  expect(asked).toBeLessThan(2_500)
  async function* once() {
    yield rows
  }
  const streamed = await readXlsx(await buffer(streamSheet('xlsx', sheet, once())))
  const whole = await readXlsx(await writeWorkbook({ ...sheet, rows }))
  expect(streamed.sheets[0]?.rows).toEqual(whole.sheets[0]?.rows)
  expect(streamed.sheets[0]?.rows).toEqual([
    ["'=名称", '金额'],
    ["'=cmd()", -0.05],
    [null, 3_537_000_000.12],
  ])
})

const table = '编码,名称\r\nA1,"敖汉\n小米"\r\n\r\nA2,荞面'
const expected = [
  { row: 1, cells: ['编码', '名称'] },
  { row: 2, cells: ['A1', '敖汉\n小米'] },
]

test('a table is read in every encoding and with every separator that offices use (T68)', async () => {
  const utf16 = Buffer.from(`\ufeff${table}`, 'utf16le')
  const files = {
    utf8: Buffer.from(table),
    mark: Buffer.from(`\ufeff${table}`),
    gbk: encodeGbk(table),
    utf16,
    utf16be: Buffer.from(utf16).swap16(),
    tabs: Buffer.from(table.replaceAll(',', '\t')),
    semicolons: Buffer.from(table.replaceAll(',', ';')),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const read = await readSheet(bytes)
    expect(read.ok && read.value.slice(0, 2), name).toEqual(expected)
    expect(read.ok && read.value.at(-1)?.cells, name).toEqual(['A2', '荞面'])
  }
  expect(await readSheet(Buffer.from([0, 1, 2, 3]))).toMatchObject({ ok: false })
})

test('a workbook’s times keep their second, and a number that lost its last digits says so', async () => {
  const rows = [
    ['编号', '时间', '日期'],
    [Number('6926000597056055441'), new Date('2026-11-24T20:40:41Z'), new Date('2026-11-24T00:00:00Z')],
  ]
  const read = await readSheet(await writeXlsx({ sheets: [{ name: '订单', rows }] }))
  expect(read.ok && read.value[1]?.cells).toEqual([
    '6.92600059705606E+18',
    '2026-11-24 20:40:41',
    '2026-11-24',
  ])
})

test('a whole day is a midnight among times, where times are looked for, and stays a day among days', async () => {
  const [time, whole] = [new Date('2026-11-24T20:40:41Z'), new Date('2026-11-25T00:00:00Z')]
  const rows = [
    ['付款', '生产'],
    [whole, whole],
    [time, new Date('2026-11-24T00:00:00Z')],
  ]
  const bytes = await writeXlsx({ sheets: [{ name: '订单', rows }] })
  const cellsOf = async (hasTimes: boolean) => {
    const read = await readSheet(bytes, { hasTimes })
    return read.ok ? read.value.slice(1).map(({ cells }) => cells) : read.code
  }
  expect(await cellsOf(true)).toEqual([
    ['2026-11-25 00:00:00', '2026-11-25'],
    ['2026-11-24 20:40:41', '2026-11-24'],
  ])
  expect(await cellsOf(false)).toEqual([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-24 20:40:41', '2026-11-24'],
  ])
})
