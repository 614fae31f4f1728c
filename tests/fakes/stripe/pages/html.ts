/** Markup that is already safe. Everything else that goes into the `html` tag is escaped. */
export type Html = { readonly markup: string }

type Piece = Html | string | number | null | ReadonlyArray<Html>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function html(strings: TemplateStringsArray, ...pieces: ReadonlyArray<Piece>): Html {
  const markup = strings.map((text, index) => text + markupOf(pieces[index] ?? null)).join('')
  return { markup }
}

/** For markup that a library made. */
export function trusted(markup: string): Html {
  return { markup }
}

function markupOf(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string' || typeof piece === 'number') {
    return String(piece).replace(/[&<>"']/g, (character) => entities[character] ?? character)
  }
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('')
}
