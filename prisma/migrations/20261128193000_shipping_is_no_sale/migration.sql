-- The shipping of an order is money of the fair and no sale: it is in the sums, and neither counted nor told as one.
CREATE FUNCTION is_shipping(entry sale_entry) RETURNS boolean IMMUTABLE LANGUAGE sql
AS $$ SELECT entry.source = 'order' AND entry.variant_id IS NULL $$;

-- Where each entry counts (docs/decisions/0014), and as how many.
CREATE OR REPLACE VIEW sale_slice AS
SELECT entry.id AS entry_id, COALESCE(entry.exhibition_id, 0) AS exhibition_id, entry.channel, slice.dimension, slice.key,
  slice.grain, slice.bucket, entry.quantity, entry.amount_fen,
  (verification.entry_id IS NOT NULL AND NOT is_shipping(entry))::int AS verified_entries,
  CASE WHEN verification.entry_id IS NULL THEN 0 ELSE entry.amount_fen END AS verified_fen,
  (NOT is_shipping(entry))::int AS entries
FROM sale_entry entry
LEFT JOIN sale_verification verification ON verification.entry_id = entry.id
CROSS JOIN LATERAL (
  SELECT 'all' AS dimension, 'all' AS key, 'minute' AS grain, date_trunc('minute', entry.occurred_at) AS bucket
  UNION ALL
  SELECT dimension.name, dimension.key, grain.name, grain.bucket
  FROM (VALUES
    ('all', 'all'),
    ('enterprise', entry.enterprise_id::text),
    ('division', entry.division_code),
    ('category', entry.category_code),
    ('product', entry.product_id::text),
    ('district', entry.beijing_district_code),
    ('flow', entry.beijing_district_code || ':' || entry.division_code),
    ('livestream', entry.livestream_id::text)) AS dimension (name, key)
  CROSS JOIN (VALUES
    ('day', date_trunc('day', entry.occurred_at AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'),
    ('total', timestamptz 'epoch')) AS grain (name, bucket)
) AS slice
WHERE slice.key IS NOT NULL;

-- What the sums counted of it so far.
UPDATE sale_rollup kept SET entries = kept.entries - shipping.entries, verified_entries = kept.verified_entries - shipping.verified
FROM (
  SELECT slice.exhibition_id, slice.channel, slice.dimension, slice.key, slice.grain, slice.bucket, count(*) AS entries,
    count(verification.entry_id) AS verified
  FROM sale_entry entry JOIN sale_slice slice ON slice.entry_id = entry.id
  LEFT JOIN sale_verification verification ON verification.entry_id = entry.id
  WHERE is_shipping(entry) GROUP BY 1, 2, 3, 4, 5, 6
) AS shipping
WHERE (kept.exhibition_id, kept.channel, kept.dimension, kept.key, kept.grain, kept.bucket)
  = (shipping.exhibition_id, shipping.channel, shipping.dimension, shipping.key, shipping.grain, shipping.bucket);
