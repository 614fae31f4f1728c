-- Where each entry of the ledger counts: in every dimension it has a key for, by minute, by Shanghai day and in total.
-- The rollups are the sums of this, kept as entries come; whoever bumps, seeds or checks them reads it here.
CREATE VIEW sale_slice AS
SELECT entry.id AS entry_id, COALESCE(entry.exhibition_id, 0) AS exhibition_id, entry.channel, slice.dimension, slice.key,
  grain.name AS grain, grain.bucket, entry.quantity, entry.amount_fen
FROM sale_entry entry
CROSS JOIN LATERAL (VALUES
  ('all', 'all'),
  ('enterprise', entry.enterprise_id::text),
  ('division', entry.division_code),
  ('category', entry.category_code),
  ('product', entry.product_id::text),
  ('district', entry.beijing_district_code)) AS slice (dimension, key)
CROSS JOIN LATERAL (VALUES
  ('minute', date_trunc('minute', entry.occurred_at)),
  ('day', date_trunc('day', entry.occurred_at AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'),
  ('total', timestamptz 'epoch')) AS grain (name, bucket)
WHERE slice.key IS NOT NULL;
