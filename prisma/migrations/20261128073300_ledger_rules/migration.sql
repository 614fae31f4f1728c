-- What the schema language cannot say about fairs, contracts and the ledger.

-- Legal values
ALTER TABLE exhibition
  ADD CONSTRAINT exhibition_kind CHECK (kind IN ('trade-fair', 'match-making', 'canteen-week')),
  ADD CONSTRAINT exhibition_days CHECK (starts_at < ends_at);
ALTER TABLE exhibition_target
  ADD CONSTRAINT exhibition_target_dimension CHECK (dimension IN ('all', 'channel', 'division')),
  ADD CONSTRAINT exhibition_target_amount CHECK (amount_fen > 0);
ALTER TABLE exhibition_measure
  ADD CONSTRAINT exhibition_measure_kind CHECK (kind IN ('visitors', 'inquiries', 'headcount')),
  ADD CONSTRAINT exhibition_measure_value CHECK (value >= 0);
ALTER TABLE livestream ADD CONSTRAINT livestream_hours CHECK (starts_at < ends_at);
ALTER TABLE platform_import
  ADD CONSTRAINT platform_import_status CHECK (status IN ('mapping', 'running', 'done', 'failed'));
ALTER TABLE platform_order
  ADD CONSTRAINT platform_order_traffic CHECK (traffic IN ('live', 'other', 'later')),
  ADD CONSTRAINT platform_order_status CHECK (status IN ('unpaid', 'waiting', 'unmatched', 'posted', 'ignored')),
  ADD CONSTRAINT platform_order_amounts CHECK (quantity > 0 AND gross_fen >= 0 AND refunded_fen BETWEEN 0 AND gross_fen);
ALTER TABLE platform_product ADD CONSTRAINT platform_product_known CHECK ((variant_id IS NULL) = is_foreign);
ALTER TABLE contract
  ADD CONSTRAINT contract_kind CHECK (kind IN ('purchase', 'framework', 'intent', 'investment')),
  ADD CONSTRAINT contract_status CHECK (status IN ('recorded', 'verified', 'cancelled')),
  -- Up to 1,000 亿 yuan: sums of any number of them stay exact in 53 bits.
  ADD CONSTRAINT contract_amount CHECK (amount_fen BETWEEN 1 AND 10000000000000),
  ADD CONSTRAINT contract_seller CHECK (enterprise_id IS NOT NULL OR kind IN ('intent', 'investment')),
  -- Recorded by one, verified by another (T77).
  ADD CONSTRAINT contract_eyes CHECK (verified_by IS NULL OR verified_by <> recorded_by),
  ADD CONSTRAINT contract_verified CHECK ((verified_by IS NULL) = (verified_at IS NULL) AND (status <> 'verified' OR verified_at IS NOT NULL)),
  ADD CONSTRAINT contract_cancelled CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT contract_scan CHECK (num_nulls(scan_name, scan_key, scan_sha256) IN (0, 3));
ALTER TABLE contract_fulfilment
  ADD CONSTRAINT contract_fulfilment_kind CHECK (kind IN ('delivery', 'payment')),
  ADD CONSTRAINT contract_fulfilment_amount CHECK (amount_fen <> 0);
ALTER TABLE purchase_certificate
  ADD CONSTRAINT purchase_certificate_kind CHECK (kind IN ('district', 'organisation')),
  ADD CONSTRAINT purchase_certificate_days CHECK (starts_on <= ends_on);
ALTER TABLE sales_plan ADD CONSTRAINT sales_plan_years CHECK (base_year < year AND base_fen >= 0 AND target_fen > 0);
ALTER TABLE book_check ADD CONSTRAINT book_check_kind CHECK (kind IN ('rollups', 'orders', 'provider'));

-- The ledger
ALTER TABLE sale_entry
  ADD CONSTRAINT sale_entry_tender CHECK (tender IN ('cash', 'wechat', 'alipay', 'card')),
  ADD CONSTRAINT sale_entry_contract CHECK ((channel = 'contract') = (contract_id IS NOT NULL));
ALTER TABLE sale_verification
  ADD CONSTRAINT sale_verification_rule CHECK (rule IN ('payment', 'platform-export', 'day-close', 'second-person', 'follows'));
-- What has been posted so far are orders that were paid.
INSERT INTO sale_verification (entry_id, rule, verified_by, verified_at)
SELECT id, 'payment', recorded_by, recorded_at FROM sale_entry ORDER BY id;
-- An entry is corrected once: a second correction would take the same money back again.
CREATE UNIQUE INDEX sale_entry_corrected_once ON sale_entry (corrects_id) WHERE corrects_id IS NOT NULL;

-- Where each entry counts. Minutes are kept of the whole only: no page shows an enterprise's (docs/decisions/0014).
DROP VIEW sale_slice;
CREATE VIEW sale_slice AS
SELECT entry.id AS entry_id, COALESCE(entry.exhibition_id, 0) AS exhibition_id, entry.channel, slice.dimension, slice.key,
  slice.grain, slice.bucket, entry.quantity, entry.amount_fen,
  (verification.entry_id IS NOT NULL)::int AS verified_entries,
  CASE WHEN verification.entry_id IS NULL THEN 0 ELSE entry.amount_fen END AS verified_fen
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
ALTER TABLE sale_rollup DROP CONSTRAINT sale_rollup_dimension;
ALTER TABLE sale_rollup ADD CONSTRAINT sale_rollup_dimension
  CHECK (dimension IN ('all', 'enterprise', 'division', 'category', 'product', 'district', 'flow', 'livestream'));
DELETE FROM sale_rollup;
INSERT INTO sale_rollup (exhibition_id, channel, dimension, key, grain, bucket, entries, quantity, amount_fen, verified_entries, verified_fen)
SELECT exhibition_id, channel, dimension, key, grain, bucket, count(*), sum(quantity), sum(amount_fen), sum(verified_entries), sum(verified_fen)
FROM sale_slice GROUP BY 1, 2, 3, 4, 5, 6;
