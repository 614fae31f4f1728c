import type pg from 'pg'

type Index = { name: string; definition: string }

/**
 * Loads without the secondary indexes of the tables and builds them again after: a million rows into a GIN index
 * one by one would take an hour. All in one transaction, so that nobody sees the tables without them.
 */
export async function withoutIndexes(
  client: pg.ClientBase,
  tables: ReadonlyArray<string>,
  say: (line: string) => void,
  load: () => Promise<void>,
): Promise<void> {
  await client.query('BEGIN')
  try {
    const indexes = await dropIndexes(client, tables)
    await load()
    await client.query(`SET LOCAL maintenance_work_mem = '512MB'`)
    for (const { name, definition } of indexes) {
      say(`building ${name}`)
      await client.query(definition)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Those of constraints stay: foreign keys lean on them. */
async function dropIndexes(client: pg.ClientBase, tables: ReadonlyArray<string>): Promise<Array<Index>> {
  const { rows } = await client.query<Index>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisunique
     ORDER BY 1`,
    [tables],
  )
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  return rows
}
