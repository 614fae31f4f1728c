import { syllablesOf } from './pinyin.ts'

/** Full pinyin of a name, run together: 敖汉小米 is aohanxiaomi. */
export function spell(text: string): string {
  return lettersOf(syllablesOf(text))
}

/** The first letters of its syllables: ahxm. */
export function initialsOf(text: string): string {
  return lettersOf(syllablesOf(text).map((syllable) => syllable.charAt(0)))
}

function lettersOf(syllables: ReadonlyArray<string>): string {
  return syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
