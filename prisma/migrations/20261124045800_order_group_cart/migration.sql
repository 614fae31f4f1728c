-- A second submission from an emptied cart finds the group that the first one placed.
ALTER TABLE order_group ADD COLUMN cart_id uuid;
CREATE INDEX order_group_unpaid_of_cart ON order_group (cart_id) WHERE status = 'awaiting-payment';
-- 限购 counts earlier purchases by phone.
CREATE INDEX order_line_variant_id_order_id_idx ON order_line (variant_id, order_id);
