/** Runs of Han, of Latin letters and of digits; everything else only separates. */
export function runsOf(normalised: string): Array<{ kind: 'han' | 'latin' | 'number'; text: string }> {
  return [...normalised.matchAll(/(\p{Script=Han}+)|([a-z]+)|(\d+(?:\.\d+)?)/gu)].map(
    ([text, han, latin]) => ({
      kind: han ? 'han' : latin ? 'latin' : 'number',
      text,
    }),
  )
}

/** Two neighbouring characters each: 敖汉, 汉小, 小米. A single character is its own gram. */
export function bigrams(text: string): Array<string> {
  const characters = [...text]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

const plurals: ReadonlyArray<readonly [RegExp, string]> = [
  [/ies$/, 'y'],
  [/(ch|sh|ss|x|o)es$/, '$1'],
  [/([^su])s$/, '$1'],
]

/** An English word without its plural; enough for names of goods. */
function stem(word: string): string {
  if (word.length < 4) return word
  const rule = plurals.find(([ending]) => ending.test(word))
  return rule ? word.replace(rule[0], rule[1]) : word
}

const small = new Set(['a', 'an', 'and', 'of', 'the', 'with', 'from', 'in', 'for', 'or', 'to', 'by'])

export function englishWords(normalised: string): Array<string> {
  const words = normalised.match(/[a-z]+/g) ?? []
  return words.filter((word) => word.length > 1 && !small.has(word)).map(stem)
}
