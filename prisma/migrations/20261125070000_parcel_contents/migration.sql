-- What travels in a parcel: the lines that it lists, or, while it lists none, all of its storage kind.
CREATE VIEW parcel_content AS
SELECT p.id AS parcel_id, p.order_id, l.id AS order_line_id, COALESCE(c.quantity, l.quantity) AS quantity
FROM parcel p
JOIN order_line l ON l.order_id = p.order_id AND l.storage = p.storage
LEFT JOIN parcel_line c ON c.parcel_id = p.id AND c.order_line_id = l.id
WHERE c.quantity IS NOT NULL OR NOT EXISTS (SELECT FROM parcel_line o WHERE o.parcel_id = p.id);

-- What is still to be sent. Money given back is for units that were sent as long as there are any; beyond that, less is sent.
CREATE VIEW unsent_line AS
SELECT c.parcel_id, c.order_id, c.order_line_id, least(c.quantity, l.quantity - b.quantity) AS quantity
FROM parcel_content c
JOIN parcel p ON p.id = c.parcel_id AND p.shipped_at IS NULL
JOIN order_line l ON l.id = c.order_line_id
JOIN shop_order o ON o.id = c.order_id
CROSS JOIN LATERAL (
  SELECT COALESCE(sum(b.quantity), 0)::int AS quantity FROM refund r JOIN refund_line b ON b.refund_id = r.id
  WHERE r.group_id = o.group_id AND r.status <> 'failed' AND b.order_line_id = l.id
) b
WHERE l.quantity > b.quantity;
