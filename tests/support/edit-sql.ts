import type pg from 'pg'

/** A piece of the shop's SQL, and what stands there instead. */
export type SqlEdit = readonly [from: string, to: string]

/**
 * Runs the shop's own code with a guard taken out of its SQL: the negative control of a race, without a line in the
 * app that knows of it. Returns the edits whose text has not been met yet, for a control that changes nothing proves
 * nothing.
 */
export function editSql(pool: pg.Pool, edits: ReadonlyArray<SqlEdit>): Set<SqlEdit> {
  const unmet = new Set(edits)

  function editText(text: string): string {
    let edited = text
    for (const known of edits) {
      if (!edited.includes(known[0])) continue
      edited = edited.replace(...known)
      unmet.delete(known)
    }
    return edited
  }

  function edit(query: unknown): unknown {
    if (typeof query === 'string') return editText(query)
    if (typeof query !== 'object' || query === null || !('text' in query)) return query
    return { ...query, text: editText(String(query.text)) }
  }

  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: Array<unknown>) => unknown
    Object.assign(client, { query: (first: unknown, ...rest: Array<unknown>) => query(edit(first), ...rest) })
  })
  return unmet
}
