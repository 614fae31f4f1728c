import { isDay } from '#app/kernel/clock.ts'
import { plainNumber } from '#app/kernel/number-input.ts'
import { parseYuan, yuanInput } from '#app/kernel/yuan-input.ts'
import type { Choice, Column } from './columns.ts'

/** What a cell means, or why it means nothing and what was probably meant. */
export type ReadCell = { value: unknown } | { code: CellCode; fix?: string | undefined }
type CellCode =
  | 'not-a-price'
  | 'not-a-number'
  | 'not-a-weight'
  | 'not-a-day'
  | 'not-a-month'
  | 'unknown-choice'
  | 'ambiguous-choice'
  | 'digits-lost'
  | 'formula-error'
  | 'garbled'

/** Of a cell that is not empty, cleaned. */
export function readCell(column: Column, choices: ReadonlyArray<Choice>, text: string): ReadCell {
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/i.test(text)) return { code: 'formula-error' }
  // Replacement characters, and what UTF-8 looks like that was read as GBK and saved again.
  if (/\ufffd|锟斤拷|烫烫烫|ï»¿|Ã[\u0080-\u00bf]/.test(text)) return { code: 'garbled' }
  // A long number that a spreadsheet has rounded: its last digits are gone for good.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text.normalize('NFKC'))) return { code: 'digits-lost' }
  return readers[column.kind](text, choices)
}

type Reader = (text: string, choices: ReadonlyArray<Choice>) => ReadCell

const readers: Readonly<Record<Column['kind'], Reader>> = {
  text: (text) => ({ value: text }),
  price: readPrice,
  count: (text) => readWhole(text, /^(?:件|个|袋|盒|瓶|箱|包|份|只|小时)$/),
  days: (text) => readWhole(text, /^(?:天|日|days?)$/i, { 个月: 30, 月: 30, 年: 365 }),
  grams: readGrams,
  day: readDay,
  months: readMonths,
  words: (text) => ({ value: splitList(text) }),
  files: (text) => ({ value: splitList(text) }),
  flag: readFlag,
  choice: readChoice,
  choices: readChoices,
}

function readPrice(text: string): ReadCell {
  const plain = plainNumber(text)
    .replace(/^(?:人民币|RMB|CNY)/i, '')
    .replace(/^¥|(?:元|块|元整)$/g, '')
  const fen = /^\d+(\.\d+)?$/.test(plain) && !text.includes('。') ? parseYuan(plain) : null
  if (fen !== null) return { value: fen }
  // 12.345, 19.9元/袋, 12。5
  const guess = parseYuan((/\d+(?:\.\d{1,2})?/.exec(plainNumber(text))?.[0] ?? '').trim())
  const isGuessed = guess !== null && guess > 0 && !/^-|,/.test(plainNumber(text))
  return { code: 'not-a-price', fix: isGuessed ? yuanInput(guess) : undefined }
}

/** A whole number, with a counter of its kind or none; with one of another kind it is said how many that would be. */
function readWhole(text: string, counter: RegExp, others: Record<string, number> = {}): ReadCell {
  const [, digits = '', unit = ''] = /^(\d+)(?:\.0+)?(\D*)$/.exec(plainNumber(text)) ?? []
  const value = Number(digits)
  if (digits !== '' && Number.isSafeInteger(value) && (unit === '' || counter.test(unit))) return { value }
  const factor = others[unit]
  return { code: 'not-a-number', fix: digits !== '' && factor ? String(value * factor) : undefined }
}

const gramsOf: Readonly<Record<string, number>> = {
  '': 1,
  g: 1,
  克: 1,
  kg: 1_000,
  千克: 1_000,
  公斤: 1_000,
  斤: 500,
  两: 50,
}

function readGrams(text: string): ReadCell {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)(\D*)$/.exec(plainNumber(text).toLowerCase()) ?? []
  const factor = gramsOf[unit]
  if (digits === undefined || factor === undefined) return { code: 'not-a-weight' }
  // In thousandths, so that 2.3 kg is 2300 g to the gram.
  const thousandths = Math.round(Number(digits) * factor * 1_000)
  if (thousandths % 1_000 === 0) return { value: thousandths / 1_000 }
  return { code: 'not-a-weight', fix: String(Math.round(thousandths / 1_000)) }
}

function readDay(text: string): ReadCell {
  const plain = plainNumber(text)
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? { value: iso } : { code: 'not-a-day' }
}

/** `6、7、8`, `6-8月`, `11-2`; the whole year is none. */
function readMonths(text: string): ReadCell {
  if (/^(?:全年|四季|all)$/i.test(text)) return { value: [] }
  const parts = splitList(text.normalize('NFKC').replace(/月(?:份)?/g, ''))
  const months = parts.flatMap((part) => {
    const [, from, to = from] = /^(\d{1,2})(?:[-~至到](\d{1,2}))?$/.exec(part) ?? []
    return spanOf(Number(from), Number(to))
  })
  const isRight = months.length > 0 && months.every((month) => month >= 1 && month <= 12)
  return isRight ? { value: [...new Set(months)].sort((a, b) => a - b) } : { code: 'not-a-month' }
}

/** Over the turn of the year where it ends before it begins; one impossible month where either is. */
function spanOf(from: number, to: number): Array<number> {
  if (!(from >= 1 && from <= 12 && to >= 1 && to <= 12)) return [0]
  const length = ((to - from + 12) % 12) + 1
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 12) + 1)
}

export function splitList(text: string): Array<string> {
  return text
    .split(/[、,，;；|\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function readFlag(text: string): ReadCell {
  const plain = text.normalize('NFKC').toLowerCase()
  if (/^(?:是|yes|y|true|1|有|在售|√)$/.test(plain)) return { value: true }
  if (/^(?:否|no|n|false|0|无|停售|下架|×|x)$/.test(plain)) return { value: false }
  return { code: 'unknown-choice', fix: undefined }
}

function readChoice(text: string, choices: ReadonlyArray<Choice>): ReadCell {
  const wanted = wordOf(text)
  const exact = choices.filter((choice) => namesOf(choice).includes(wanted))
  const [found] = exact
  if (exact.length > 1) return { code: 'ambiguous-choice', fix: found?.zh }
  return found ? { value: found.code } : { code: 'unknown-choice', fix: nearest(wanted, choices)?.zh }
}

function readChoices(text: string, choices: ReadonlyArray<Choice>): ReadCell {
  const read = splitList(text).map((word) => readChoice(word, choices))
  const wrong = read.find((each) => 'code' in each)
  return wrong ?? { value: read.map((each) => ('value' in each ? each.value : null)) }
}

function wordOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）>-]/g, '')
}

/** Of `粮油杂粮/小米` also the last part alone. */
function namesOf({ code, zh, en }: Choice): Array<string> {
  return [code, zh, en].flatMap((name) => [wordOf(name), wordOf(name.split('/').at(-1) ?? '')])
}

/** The choice that shares most characters, if that is a good part of them. */
function nearest(wanted: string, choices: ReadonlyArray<Choice>): Choice | undefined {
  const scored = choices.map((choice) => ({
    choice,
    score: Math.max(...namesOf(choice).map((name) => likeness(wanted, name))),
  }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one), scored[0] ?? noChoice)
  return best.score >= 0.4 ? best.choice : undefined
}

const noChoice = { choice: undefined, score: 0 }

function likeness(one: string, other: string): number {
  const shared = [...new Set(one)].filter((character) => other.includes(character)).length
  return (2 * shared) / (new Set(one).size + new Set(other).size || 1)
}
