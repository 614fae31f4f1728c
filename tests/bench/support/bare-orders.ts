import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

// Every table that placing an order writes rows to, in the order in which their foreign keys want them.
const writes = {
  order_group: 'id = $1',
  shop_order: 'group_id = $1',
  parcel: 'order_id IN (SELECT id FROM shop_order WHERE group_id = $1)',
  order_line: 'order_id IN (SELECT id FROM shop_order WHERE group_id = $1)',
  order_event: 'group_id = $1',
  outbox_message: `payload->>'groupId' = $1::text`,
  stock_hold: 'group_id = $1',
} as const

type Row = Record<string, unknown>
/** What the shop wrote for one order. */
export type RecordedOrder = {
  rowsByTable: Record<string, ReadonlyArray<Row>>
  variantIds: ReadonlyArray<number>
}

export async function recordOrder(client: pg.Pool, groupId: string): Promise<RecordedOrder> {
  const rowsByTable: Record<string, ReadonlyArray<Row>> = {}
  for (const [table, condition] of Object.entries(writes)) {
    const { rows } = await client.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${condition}`,
      [groupId],
    )
    rowsByTable[table] = rows.map(({ row }) => (typeof row.id === 'number' ? withoutId(row) : row))
  }
  return { rowsByTable, variantIds: (rowsByTable.stock_hold ?? []).map((hold) => Number(hold.variant_id)) }
}

/** Numbered by the database. */
function withoutId({ id: _, ...row }: Row): Row {
  return row
}

/** The same order once more: all that must be unique is made anew, wherever it is named. */
export function renewOrder({ rowsByTable, variantIds }: RecordedOrder): RecordedOrder {
  const rows = Object.values(rowsByTable).flat()
  const identities = rows.flatMap(({ id, token, idempotency_key: key }) => [id, token, key])
  let text = JSON.stringify(rowsByTable)
  for (const identity of identities) {
    if (typeof identity === 'string') text = text.replaceAll(identity, fresh(identity))
  }
  const number = rowsByTable.order_group?.[0]?.number
  return { rowsByTable: JSON.parse(text.replaceAll(String(number), fresh(String(number)))), variantIds }
}

function fresh(identity: string): string {
  return /^[0-9a-f-]{36}$/.test(identity) ? randomUUID() : randomBytes(15).toString('hex')
}

/** The rows, the cart, the stock and the bell of one order in one transaction; nothing is read and nothing checked. */
export async function writeOrder(pool: pg.Pool, order: RecordedOrder, cartId: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const [table, rows] of Object.entries(order.rowsByTable)) await client.query(insertion(table, rows))
    await client.query({
      name: 'cart',
      text: 'DELETE FROM cart_line WHERE cart_id = $1 AND variant_id = ANY ($2::int[])',
      values: [cartId, order.variantIds],
    })
    await client.query({
      name: 'stock',
      text: `UPDATE stock SET free = free - 1, held = held + 1 WHERE pool = 'online' AND variant_id = ANY ($1::int[])`,
      values: [order.variantIds],
    })
    await client.query(`SELECT pg_notify('outbox', '')`)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

function insertion(table: string, rows: ReadonlyArray<Row>) {
  const columns = Object.keys(rows[0] ?? {})
  const places = rows.map(
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  )
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`
  return { name: `${table}-${rows.length}`, text, values: rows.flatMap((row) => Object.values(row)) }
}
