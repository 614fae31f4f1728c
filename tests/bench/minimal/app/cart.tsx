import type { ActionFunctionArgs } from '@remix-run/node'
import { pool } from './database.server.ts'

const text = `WITH touched AS (UPDATE cart SET updated_at = now() WHERE id = $1)
  INSERT INTO cart_line AS l (cart_id, variant_id, quantity, seen_price_fen, added_at)
  VALUES ($1, $2, 1, 100, now())
  ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = LEAST(l.quantity + 1, 99) RETURNING quantity`

/** The two writes of "add to cart", and nothing else: the form already knows cart and variant. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = [String(form.get('cart')), Number(form.get('variant'))]
  const { rows } = await pool.query<{ quantity: number }>({ name: 'add', text, values })
  return { quantity: rows[0]?.quantity ?? 0 }
}
