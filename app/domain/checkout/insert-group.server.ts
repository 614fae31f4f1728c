import type { Sql } from '#app/platform/sql.server.ts'
import type { GroupDraft } from './group-draft.ts'

/** Group, orders, parcels and lines in two statements, however many lines there are. */
export async function insertGroup(tx: Sql, { group, orders }: GroupDraft): Promise<void> {
  await tx.$executeRaw`
    WITH placed AS (
      INSERT INTO order_group (id, number, token, idempotency_key, shopper_id, cart_id, locale, items_fen, shipping_fen,
        total_fen, recipient, phone, province_code, city_code, district_code, region, street, detail, postcode, note,
        invoice, accepts_no_return, is_adult, beijing_district_code, exhibition_id, livestream_id, placed_at, expires_at)
      SELECT * FROM jsonb_to_record(${JSON.stringify(group)}::jsonb) AS g (id uuid, number text, token text,
        idempotency_key text, shopper_id uuid, cart_id uuid, locale text, items_fen int, shipping_fen int, total_fen int,
        recipient text, phone text, province_code text, city_code text, district_code text, region text, street text,
        detail text, postcode text, note text, invoice jsonb, accepts_no_return boolean, is_adult boolean,
        beijing_district_code text, exhibition_id int, livestream_id int, placed_at timestamptz, expires_at timestamptz)
      RETURNING id
    )
    INSERT INTO shop_order (id, group_id, enterprise_id, number, items_fen, shipping_fen, total_fen, fee_basis_points)
    SELECT o.id, placed.id, o.enterprise_id, o.number, o.items_fen, o.shipping_fen, o.total_fen, e.fee_basis_points
    FROM placed, jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
      AS o (id uuid, enterprise_id int, number text, items_fen int, shipping_fen int, total_fen int)
      JOIN enterprise e ON e.id = o.enterprise_id`
  await tx.$executeRaw`
    WITH parcels AS (
      INSERT INTO parcel (id, order_id, storage, shipping_fen)
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(orders.flatMap((order) => order.parcels))}::jsonb)
        AS p (id uuid, order_id uuid, storage text, shipping_fen int)
    )
    INSERT INTO order_line (id, order_id, product_id, variant_id, title, title_en, variant_label, variant_label_en,
      picture_key, product_slug, category_code, division_code, storage, return_rule, price_fen, quantity, amount_fen)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(orders.flatMap((order) => order.lines))}::jsonb)
      AS l (id uuid, order_id uuid, product_id int, variant_id int, title text, title_en text, variant_label text,
        variant_label_en text, picture_key text, product_slug text, category_code text, division_code text,
        storage text, return_rule text, price_fen int, quantity int, amount_fen int)`
}
