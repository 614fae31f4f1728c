import type pg from 'pg'
import { endOfPeriod } from '#app/domain/settlements/period.ts'
import { uuidFor } from '../random.ts'

/** The months before the running one, as finance closed them on the third of the next; all but the last are paid out. */
const months = ['2026-08', '2026-09', '2026-10']

/** As the shop books and closes, for all enterprises at once. */
export async function writeStatements(client: pg.ClientBase): Promise<void> {
  await client.query(lines)
  const finance = uuidFor('staff:finance')
  for (const period of months) {
    const until = endOfPeriod(period)
    const closedAt = new Date(until.getTime() + 58 * 3_600_000)
    const isPaid = period !== months.at(-1)
    await client.query('INSERT INTO statement_period VALUES ($1, $2, $3, $2)', [period, closedAt, finance])
    await client.query(statements, [period, until, closedAt, finance, isPaid])
  }
}

const lines = `
  INSERT INTO unsettled_line (enterprise_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
  SELECT * FROM lines_of((SELECT array_agg(id) FROM order_entry))`

const statements = `
  WITH lines AS (
    DELETE FROM unsettled_line WHERE occurred_at < $2::timestamptz
    RETURNING *, md5('statement:' || $1::text || enterprise_id)::uuid AS statement_id
  ), made AS (
    INSERT INTO statement (id, enterprise_id, period, items_fen, shipping_fen, refunds_fen, fee_fen, net_fen, closed_at, closed_by,
      paid_at, paid_by, paid_reference)
    SELECT statement_id, enterprise_id, $1, COALESCE(sum(items_fen) FILTER (WHERE kind = 'sale'), 0),
      COALESCE(sum(shipping_fen) FILTER (WHERE kind = 'sale'), 0),
      COALESCE(-sum(items_fen + shipping_fen) FILTER (WHERE kind <> 'sale'), 0), sum(fee_fen), sum(net_fen),
      $3::timestamptz, $4::uuid,
      CASE WHEN $5::boolean THEN $3::timestamptz + interval '1 day' END, CASE WHEN $5::boolean THEN $4::uuid END,
      CASE WHEN $5::boolean THEN 'HD' || replace($1, '-', '') || lpad(enterprise_id::text, 4, '0') END
    FROM lines GROUP BY 1, 2
  )
  INSERT INTO statement_line (statement_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen)
  SELECT statement_id, kind, reference, order_number, occurred_at, items_fen, shipping_fen, fee_fen, net_fen
  FROM lines ORDER BY enterprise_id, occurred_at, reference`
