-- What a refund gives back of each order's shipping: known per order, as lines are, so that no two refunds give it back.
CREATE TABLE refund_shipping (
  refund_id uuid NOT NULL REFERENCES refund (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  order_id uuid NOT NULL REFERENCES shop_order (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  amount_fen integer NOT NULL,
  CONSTRAINT refund_shipping_pkey PRIMARY KEY (refund_id, order_id),
  CONSTRAINT refund_shipping_amount CHECK (amount_fen > 0)
);
INSERT INTO refund_shipping (refund_id, order_id, amount_fen)
SELECT r.id, o.id, o.shipping_fen FROM refund r JOIN shop_order o ON o.group_id = r.group_id
WHERE r.shipping_fen > 0 AND o.shipping_fen > 0;
ALTER TABLE refund DROP COLUMN order_id;

-- Money without goods, and goods whose money a goodwill gave back before.
ALTER TABLE refund_line
  DROP CONSTRAINT refund_line_amount,
  ADD CONSTRAINT refund_line_amount CHECK (amount_fen >= 0 AND quantity >= 0 AND amount_fen + quantity > 0);
