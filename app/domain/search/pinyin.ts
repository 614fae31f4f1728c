import { customPinyin, pinyin } from 'pinyin-pro'

// Names that the dictionary reads wrongly.
const readings = {
  克什克腾: 'kè shí kè téng',
  饸饹: 'hé le',
  莜麦: 'yóu mài',
  莜面: 'yóu miàn',
  粘豆包: 'nián dòu bāo',
  乌日莫: 'wū rì mò',
}

let isTaught = false

/** Syllables without tones, one a character; ü is v. */
export function syllablesOf(han: string): Array<string> {
  if (!isTaught) customPinyin(readings)
  isTaught = true
  return pinyin(han, { type: 'array', toneType: 'none', v: true })
}

/** As people type it without a ü key: lvdou is also ludou. */
function spellings(spelling: string): Array<string> {
  return /[ln]v/.test(spelling) ? [spelling, spelling.replace(/([ln])v/g, '$1u')] : [spelling]
}

/** Pinyin of each two neighbouring characters, run together. */
export function pinyinGrams(syllables: ReadonlyArray<string>): Array<string> {
  if (syllables.length < 2) return syllables.flatMap(spellings)
  return syllables.slice(1).flatMap((syllable, index) => spellings(`${syllables[index]}${syllable}`))
}

/** First letters of each two neighbouring syllables, marked so that they are not taken for syllables. */
export function initialGrams(letters: ReadonlyArray<string>): Array<string> {
  return letters.slice(1).map((letter, index) => `.${letters[index]?.[0] ?? ''}${letter[0] ?? ''}`)
}

// Every syllable of standard Chinese, by initial: the finals that may follow it.
const table = `
: a ai an ang ao e en er o ou
b: a ai an ang ao ei en eng i ian iao ie in ing o u
p: a ai an ang ao ei en eng i ian iao ie in ing o ou u
m: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f: a an ang ei en eng o ou u
d: a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t: a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n: a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve
l: a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve
g: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j: i ia ian iang iao ie in ing iong iu u uan ue un
q: i ia ian iang iao ie in ing iong iu u uan ue un
x: i ia ian iang iao ie in ing iong iu u uan ue un
zh: a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch: a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh: a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r: an ang ao e en eng i ong ou u ua uan ui un uo
z: a ai an ang ao e ei en eng i ong ou u uan ui un uo
c: a ai an ang ao e en eng i ong ou u uan ui un uo
s: a ai an ang ao e en eng i ong ou u uan ui un uo
y: a an ang ao e i in ing o ong ou u uan ue un
w: a ai an ang ei en eng o u`

const syllables: ReadonlySet<string> = new Set(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [initial = '', finals = ''] = line.split(':')
      return finals
        .trim()
        .split(' ')
        .map((final) => `${initial.trim()}${final}`)
    }),
)
const longestSyllable = 6

/** Splits typed pinyin into the fewest syllables (xian before xi'an); null when it is not pinyin. */
export function splitPinyin(letters: string): Array<string> | null {
  const best: Array<Array<string> | null> = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const before = best[start]
      const syllable = letters.slice(start, end)
      if (!before || !syllables.has(syllable)) continue
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
        best[end] = [...before, syllable]
    }
  }
  return best[letters.length] ?? null
}

/**
 * Whether letters can be the first letters of syllables: none begins with i, u or v, and no goods are called by three
 * syllables in a row that begin alike (zzzz).
 */
export function mayBeInitials(letters: string): boolean {
  return /^(?!.*(.)\1\1)[a-hj-tw-z]{2,8}$/.test(letters)
}
