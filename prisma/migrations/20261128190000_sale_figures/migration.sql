-- The sums by what they are of: contracts are signed, everything else is sold. In the code: app/domain/sales/three-figures.ts.
CREATE VIEW sale_figure AS
SELECT exhibition_id, channel, dimension, key, grain, bucket, entries, amount_fen, verified_fen,
  CASE channel WHEN 'contract' THEN 0 ELSE amount_fen END AS sales_fen,
  CASE channel WHEN 'contract' THEN amount_fen ELSE 0 END AS signed_fen
FROM sale_rollup;
