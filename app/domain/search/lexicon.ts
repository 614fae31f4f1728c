import { synonymGroups } from './synonyms.ts'

/** Groups of words that shoppers use for one thing, by each of their words. */
const groupOf: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  synonymGroups.flatMap((group) => group.map((word) => [word, group] as const)),
)
const longestWord = Math.max(...[...groupOf.keys()].map((word) => word.length))

/** Words that carry nothing in a query. */
const empty = new Set(['的', '了', '和', '与', '吗', '呢', '要', '买', '卖'])

export type Piece = { text: string; synonyms: ReadonlyArray<string> }

/**
 * Cuts a run of Han at the words that are known, the longest first: grams across a known word's edge are not
 * asked for, so that 敖汉小米 also finds 敖汉旗东山黄小米.
 */
export function cutPieces(run: string): Array<Piece> {
  const pieces: Array<Piece> = []
  let unknown = ''
  const flush = () => {
    const text = [...unknown].filter((character) => !empty.has(character)).join('')
    if (text !== '') pieces.push({ text, synonyms: [] })
    unknown = ''
  }
  let at = 0
  while (at < run.length) {
    const word = knownWordAt(run, at)
    if (word) {
      flush()
      pieces.push({ text: word, synonyms: (groupOf.get(word) ?? []).filter((other) => other !== word) })
      at += word.length
    } else {
      unknown += run[at] ?? ''
      at += 1
    }
  }
  flush()
  return pieces
}

function knownWordAt(run: string, at: number): string | null {
  for (let length = Math.min(longestWord, run.length - at); length >= 2; length -= 1) {
    const word = run.slice(at, at + length)
    if (groupOf.has(word)) return word
  }
  return null
}
