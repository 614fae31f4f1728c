-- What is still to be sent. Money given back is for units that were sent as long as there are any; beyond that, less is
-- sent. Nor is more sent than waits for the group: units reported missing went on sale again, also if the money for them
-- could not be given back and is still owed. An order from before there was stock has no hold.
CREATE OR REPLACE VIEW unsent_line AS
SELECT c.parcel_id, c.order_id, c.order_line_id, u.quantity
FROM parcel_content c
JOIN parcel p ON p.id = c.parcel_id AND p.shipped_at IS NULL
JOIN order_line l ON l.id = c.order_line_id
JOIN shop_order o ON o.id = c.order_id
LEFT JOIN stock_hold h ON h.group_id = o.group_id AND h.variant_id = l.variant_id AND h.pool = 'online'
  AND o.status NOT IN ('awaiting-payment', 'cancelled')
CROSS JOIN LATERAL (
  SELECT least(c.quantity, l.quantity - COALESCE(sum(b.quantity), 0)::int,
    CASE WHEN h.status = 'sold' THEN h.quantity WHEN h.id IS NOT NULL THEN 0 END) AS quantity
  FROM refund r JOIN refund_line b ON b.refund_id = r.id
  WHERE r.group_id = o.group_id AND r.status <> 'failed' AND b.order_line_id = l.id
) u
WHERE u.quantity > 0;
