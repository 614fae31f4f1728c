import { quoteLexeme } from './lexemes.ts'
import { cutPieces } from './lexicon.ts'
import { normaliseText, readableQuery } from './normalise.ts'
import { initialGrams, mayBeInitials, pinyinGrams, splitPinyin, syllablesOf } from './pinyin.ts'
import { takeSizes } from './sizes.ts'
import { bigrams, englishWords, runsOf } from './words.ts'

/** A word that the index must hold; `isPrefix` when only its beginning was typed. */
type Unit = { lexeme: string; isPrefix: boolean }
/** One way to read a part of the query: all of its units. */
type Reading = ReadonlyArray<Unit>

export type ParsedQuery = {
  /** As shown back. */
  text: string
  /** Normalised, without spaces: what a title would contain. */
  compact: string
  /** tsquery of everything asked; null when there is nothing to look for. */
  strict: string | null
  /** tsquery of all words of all readings joined by “or”: for the rank. */
  any: string
  /** When the strict one finds too little: at least this share of the words of one reading. */
  relaxed: ReadonlyArray<Relaxed>
  /** When nothing was found: words that sound alike, or with one character wrong. */
  slips: ReadonlyArray<Relaxed>
  /** In letters, for the comparison with known terms; Han as one word. */
  words: ReadonlyArray<string>
  /** Known words of the query and their synonyms, for what a product is. */
  names: ReadonlySet<string>
}

/** Candidates hold one of `parts`; of these the ones stay that hold `share` of `any`. */
export type Relaxed = { parts: string; any: string; share: number }

const share = 0.6
const mostUnits = 16
const mostReadings = 4

/** Reads a query as typed. Nothing of it is an operator: `%`, `_`, `&` and quotes only separate words. */
export function parseQuery(typed: string): ParsedQuery {
  const text = readableQuery(typed)
  const normalised = normaliseText(text)
  const pieces = piecesOf(normalised)
  const readings = readingsOf(pieces)
  const everything = [...new Set(pieces.flat(2).map(unitText))]
  const han = normalised.replace(/\P{Script=Han}/gu, '')
  return {
    text,
    compact: normalised.replaceAll(' ', ''),
    strict: pieces.length === 0 ? null : pieces.map(pieceText).join(' & '),
    any: everything.slice(0, 2 * mostUnits).join(' | '),
    // Of first letters all must be there: some of them are in any title.
    relaxed: readings
      .filter((reading) => reading.length > 2 && !reading.some(isOfInitials))
      .map((reading) => relaxedOf(reading, share)),
    slips: slipsOf(han),
    words: han === '' ? (normalised.match(/[a-z]+/g) ?? []) : [syllablesOf(han).join('')],
    names: new Set(runsOf(normalised).flatMap(({ kind, text }) => (kind === 'han' ? namesIn(text) : []))),
  }
}

/** Parts of the query in order, each with its possible readings, the most literal first. */
function piecesOf(normalised: string): Array<ReadonlyArray<Reading>> {
  const { text, sizes } = takeSizes(normalised)
  // Letters with a number joined to them are a code (xyz123): nobody abbreviates goods so.
  const isCode = /[a-z]\d|\d[a-z]/.test(text)
  const pieces: Array<ReadonlyArray<Reading>> = []
  let latin: Array<string> = []
  const flush = () => {
    if (latin.length > 0) pieces.push(latinReadings(latin, !isCode))
    latin = []
  }
  for (const { kind, text: run } of runsOf(text)) {
    if (kind === 'latin') latin.push(run)
    else {
      flush()
      if (kind === 'number') pieces.push([[whole(run)]])
      else for (const piece of cutPieces(run)) pieces.push([piece.text, ...piece.synonyms].map(hanReading))
    }
  }
  flush()
  for (const size of sizes) pieces.push([[whole(size)]])
  return limited(pieces)
}

function limited(pieces: ReadonlyArray<ReadonlyArray<Reading>>): Array<ReadonlyArray<Reading>> {
  let left = mostUnits
  return pieces.flatMap((readings) => {
    const kept = readings.map((reading) => reading.slice(0, left)).filter((reading) => reading.length > 0)
    left -= kept[0]?.length ?? 0
    return kept.length > 0 ? [kept] : []
  })
}

const whole = (lexeme: string): Unit => ({ lexeme, isPrefix: false })

const isOfInitials = ({ lexeme }: Unit) => lexeme.startsWith('.')

function hanReading(text: string): Reading {
  return [...new Set(bigrams(text))].map(whole)
}

function namesIn(run: string): Array<string> {
  return cutPieces(run).flatMap(({ text, synonyms }) => [text, ...synonyms])
}

/** Letters may be pinyin, first letters, or English; all are tried. */
function latinReadings(words: ReadonlyArray<string>, mayAbbreviate: boolean): Array<Reading> {
  const syllables = words.map(splitPinyin)
  const letters = words.join('')
  const readings: Array<Reading> = []
  if (syllables.every((parts) => parts !== null))
    readings.push(pinyinReading(syllables.flatMap((parts) => parts ?? [])))
  const english = englishWords(words.join(' '))
  const last = english.length - 1
  if (english.length > 0)
    readings.push(
      english.map((word, index) => ({ lexeme: word, isPrefix: index === last && word.length > 2 })),
    )
  if (mayAbbreviate && mayBeInitials(letters)) readings.push(initialGrams([...letters]).map(whole))
  if (readings.length === 0) readings.push([{ lexeme: letters, isPrefix: true }])
  return readings
}

function pinyinReading(syllables: ReadonlyArray<string>): Reading {
  if (syllables.length === 1) return [{ lexeme: syllables[0] ?? '', isPrefix: true }]
  return [...new Set(pinyinGrams(syllables))].map(whole)
}

/** Readings of the whole query: the literal one, then each with one part read another way. */
function readingsOf(pieces: ReadonlyArray<ReadonlyArray<Reading>>): Array<Reading> {
  const literal = pieces.map((readings) => readings[0] ?? [])
  const others = pieces.flatMap((readings, at) =>
    readings.slice(1).map((reading) => literal.map((first, index) => (index === at ? reading : first))),
  )
  return [literal, ...others].slice(0, mostReadings).map((parts) => parts.flat())
}

function slipsOf(han: string): Array<Relaxed> {
  const characters = [...new Set(han)].slice(0, mostUnits)
  if (characters.length < 3) return []
  const sounds = [...new Set(pinyinGrams(syllablesOf(han)))].slice(0, mostUnits).map(whole)
  return [relaxedOf(sounds, share), relaxedOf(characters.map(whole), 2 / 3)]
}

function unitText({ lexeme, isPrefix }: Unit): string {
  return `${quoteLexeme(lexeme)}${isPrefix ? ':*' : ''}`
}

function pieceText(readings: ReadonlyArray<Reading>): string {
  return `(${readings.map((reading) => `(${reading.map(unitText).join(' & ')})`).join(' | ')})`
}

function relaxedOf(reading: Reading, wanted: number): Relaxed {
  const units = reading.map(unitText)
  return { parts: partsText(units, wanted), any: units.join(' | '), share: wanted }
}

/**
 * What every product that holds the wanted share of the words must hold, as an index can find it: cut the words into
 * parts of up to four; were the share missed in each part, it would be missed in the whole.
 */
function partsText(units: ReadonlyArray<string>, wanted: number): string {
  const size = 4
  const parts = Array.from({ length: Math.ceil(units.length / size) }, (_, at) =>
    units.slice(at * size, (at + 1) * size),
  )
  return parts
    .flatMap((part) => subsets(part, Math.ceil(part.length * wanted - 1e-9)))
    .map((words) => `(${words.join(' & ')})`)
    .join(' | ')
}

function subsets(items: ReadonlyArray<string>, size: number): Array<Array<string>> {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}
