/**
 * Words of the search vector that are not text: what a product answers to as a filter. They begin with `~`, which
 * no word of a text can (indexText keeps letters, digits and Han only).
 */
type FilterValues = {
  division?: string
  category?: string
  subcategory?: string
  enterprise?: number
  certificate?: string
  storage?: string
  season?: number
}

const marks = {
  division: 'd',
  category: 'c',
  subcategory: 's',
  enterprise: 'e',
  certificate: 'k',
  storage: 't',
  season: 'm',
} as const satisfies Record<keyof FilterValues, string>

/** The lexemes of a product's places and kinds, or of the filters that ask for them. */
export function filterLexemes(values: FilterValues): Array<string> {
  return (Object.keys(marks) as Array<keyof FilterValues>).flatMap((key) =>
    values[key] === undefined ? [] : [filterLexeme(key, values[key])],
  )
}

export function filterLexeme(key: keyof FilterValues, value: string | number): string {
  return `~${marks[key]}${value}`
}

/** A lexeme as tsquery and tsvector literals take it: quoted, so that no character of it is an operator. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
