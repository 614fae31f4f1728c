import { quoteLexeme } from './lexemes.ts'
import { normaliseText } from './normalise.ts'
import { initialGrams, pinyinGrams, syllablesOf } from './pinyin.ts'
import { takeSizes } from './sizes.ts'
import { bigrams, englishWords, runsOf } from './words.ts'

/** All that a product is found by. */
export type IndexedText = {
  title: string
  titleEn: string
  /** Its speciality, geographical indication, and what else people call it. */
  keywords: ReadonlyArray<string>
  subcategory: string
  category: string
  /** Names of the division, full and short. */
  divisions: ReadonlyArray<string>
  /** English names of division and kinds. */
  placesEn: ReadonlyArray<string>
  enterprise: string
  /** Labels of its variants; only their weights and volumes are taken. */
  sizes: ReadonlyArray<string>
}

/** A word of the index. Weight A is the title, B what it is, C where it is from, D who sells it. */
export type Lexeme = { lexeme: string; weight: 'A' | 'B' | 'C' | 'D' }

/**
 * The words under which a product is found: two-character grams, single characters of what it is called,
 * pinyin and first letters of each gram, English words, weights and volumes.
 */
export function indexText(text: IndexedText): Array<Lexeme> {
  const best = new Map<string, Lexeme['weight']>()
  const add = (weight: Lexeme['weight'], lexemes: Iterable<string>) => {
    for (const lexeme of lexemes) if (!best.has(lexeme)) best.set(lexeme, weight)
  }
  // From the heaviest down: a word keeps its best weight.
  add('A', hanLexemes(text.title, { singles: true, pinyin: true }))
  add('A', englishWords(normaliseText(text.titleEn)))
  for (const words of [...text.keywords, text.subcategory])
    add('B', hanLexemes(words, { singles: true, pinyin: true }))
  for (const label of [text.title, ...text.sizes]) add('B', takeSizes(normaliseText(label)).sizes)
  for (const words of text.divisions) add('C', hanLexemes(words, { singles: false, pinyin: true }))
  add('C', hanLexemes(text.category, { singles: false, pinyin: false }))
  for (const words of text.placesEn) add('C', englishWords(normaliseText(words)))
  add('D', hanLexemes(text.enterprise, { singles: false, pinyin: false }))
  return [...best].map(([lexeme, weight]) => ({ lexeme, weight }))
}

function hanLexemes(text: string, wanted: { singles: boolean; pinyin: boolean }): Array<string> {
  const rest = takeSizes(normaliseText(text)).text
  return runsOf(rest).flatMap(({ kind, text: run }) => {
    if (kind === 'number') return [run]
    if (kind === 'latin') return englishWords(run)
    const lexemes = wanted.singles ? [...bigrams(run), ...run] : bigrams(run)
    if (!wanted.pinyin || run.length < 2) return lexemes
    const syllables = syllablesOf(run)
    return [...lexemes, ...pinyinGrams(syllables), ...initialGrams(syllables)]
  })
}

/** The text of a tsvector. Weights need a position; one for all is enough, phrases are not searched. */
export function vectorText(lexemes: ReadonlyArray<Lexeme>, marks: ReadonlyArray<string> = []): string {
  const words = lexemes.map(({ lexeme, weight }) => `${quoteLexeme(lexeme)}:1${weight === 'D' ? '' : weight}`)
  return [...words, ...marks.map(quoteLexeme)].join(' ')
}
