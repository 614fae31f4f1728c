/** A keyset page: what it holds, and the cursor of the next one. */
export type Page<T> = { items: Array<T>; next: string | null }

/** Sort values and id of the last row, opaque in URLs. */
export type Cursor = ReadonlyArray<string | number>

export function encodeCursor(cursor: Cursor): string {
  return btoa(JSON.stringify(cursor)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null when encodeCursor cannot have made it of a row: a hand-edited URL starts at the first page. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null
  try {
    const value: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    if (!Array.isArray(value)) return null
    return value.every(isPart) ? value : null
  } catch {
    return null
  }
}

/** No row holds a NUL. */
function isPart(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && !value.includes('\0'))
}

type Guards<Parts extends Cursor> = { [Index in keyof Parts]: (value: unknown) => value is Parts[Index] }

/**
 * The parts of a cursor, each looked at before the database is asked, as it throws on what its types do not hold:
 * `readCursor(after, isInstant, isUuid)`. Null when it is none of this list's.
 */
export function readCursor<Parts extends Cursor>(
  text: string | null | undefined,
  ...guards: Guards<Parts>
): Parts | null {
  const cursor = decodeCursor(text)
  const isOurs = cursor?.length === guards.length && guards.every((guard, index) => guard(cursor[index]))
  return isOurs ? (cursor as Parts) : null
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}
