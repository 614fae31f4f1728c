-- Who does not want the morning's message switches it off.
ALTER TABLE "staff" ADD COLUMN "morning_message" BOOLEAN NOT NULL DEFAULT true;

-- An order of which something is still to be sent, and by when the first of it should have left: null where its goods are gone.
CREATE VIEW waiting_order AS
SELECT o.id, o.enterprise_id, o.number, o.paid_at, o.paid_at + u.hours * interval '1 hour' AS due_at
FROM shop_order o
JOIN order_group g ON g.id = o.group_id AND g.status = 'paid'
CROSS JOIN LATERAL (
  SELECT min(goods.dispatch_hours) AS hours
  FROM unsent_line c JOIN order_line l ON l.id = c.order_line_id LEFT JOIN product goods ON goods.id = l.product_id
  WHERE c.order_id = o.id
) u
WHERE o.status IN ('to-ship', 'partly-shipped');

-- An after-sale request whose next step is the enterprise's: it was asked, or the goods are on their way back.
CREATE VIEW request_to_answer AS
SELECT id, enterprise_id, deadline_at
FROM after_sale
WHERE closed_at IS NULL AND (status = 'requested' OR status = 'awaiting-return' AND replied_at IS NOT NULL);

-- What a buyer goes on paying for an order: its total less every refund that has not failed.
CREATE FUNCTION kept_of(order_id uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT (o.total_fen
    - COALESCE((SELECT sum(b.amount_fen) FROM refund_line b JOIN order_line l ON l.id = b.order_line_id
        JOIN refund r ON r.id = b.refund_id WHERE l.order_id = o.id AND r.status <> 'failed'), 0)
    - COALESCE((SELECT sum(b.amount_fen) FROM refund_shipping b JOIN refund r ON r.id = b.refund_id
        WHERE b.order_id = o.id AND r.status <> 'failed'), 0))::int
  FROM shop_order o WHERE o.id = kept_of.order_id
$$;
