import type pg from 'pg'

/** Rows were written with their ids: the next ones continue after them. */
export async function advanceSequences(client: pg.ClientBase): Promise<void> {
  for (const table of [
    'enterprise',
    'product',
    'variant',
    'exhibition',
    'livestream',
    'sale_entry',
    'suggestion',
    'product_picture',
  ]) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM ${table}), false)`,
    )
  }
}
