/** A keyset page: what it holds, and the cursor of the next one. */
export type Page<T> = { items: Array<T>; next: string | null }

/** Sort values and id of the last row, opaque in URLs. */
export type Cursor = ReadonlyArray<string | number>

export function encodeCursor(cursor: Cursor): string {
  return btoa(JSON.stringify(cursor)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Null when it was not made by encodeCursor: a hand-edited URL starts at the first page. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null
  try {
    const value: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    if (!Array.isArray(value)) return null
    return value.every((part) => typeof part === 'string' || typeof part === 'number') ? value : null
  } catch {
    return null
  }
}
