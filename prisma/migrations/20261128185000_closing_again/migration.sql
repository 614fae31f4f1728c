-- A close counts the whole day, and the next one of the day counts it anew. Those so far counted what had come since the
-- one before them: of the whole day, each is the sum of itself and of those before.
ALTER TABLE "booth_close" ADD COLUMN "number" INTEGER;
UPDATE booth_close c
SET number = s.number, entries = s.entries, amount_fen = s.amount_fen, counted_cash_fen = s.counted_cash_fen,
  expected_cash_fen = s.expected_cash_fen,
  expected = jsonb_build_object('cash', s.cash, 'wechat', s.wechat, 'alipay', s.alipay, 'card', s.card)
FROM (
  SELECT id, row_number() OVER day AS number, sum(entries) OVER day AS entries, sum(amount_fen) OVER day AS amount_fen,
    sum(counted_cash_fen) OVER day AS counted_cash_fen, sum(expected_cash_fen) OVER day AS expected_cash_fen,
    sum(COALESCE((expected->>'cash')::bigint, 0)) OVER day AS cash, sum(COALESCE((expected->>'wechat')::bigint, 0)) OVER day AS wechat,
    sum(COALESCE((expected->>'alipay')::bigint, 0)) OVER day AS alipay, sum(COALESCE((expected->>'card')::bigint, 0)) OVER day AS card
  FROM booth_close WINDOW day AS (PARTITION BY exhibition_id, enterprise_id, day ORDER BY last_entry_id)
) s WHERE s.id = c.id;
ALTER TABLE "booth_close" ALTER COLUMN "number" SET NOT NULL;
DROP INDEX "booth_close_exhibition_id_enterprise_id_day_last_entry_id_key";
CREATE UNIQUE INDEX "booth_close_exhibition_id_enterprise_id_day_number_key"
  ON "booth_close"("exhibition_id", "enterprise_id", "day", "number");
ALTER TABLE booth_close ADD CONSTRAINT booth_close_number CHECK (number > 0);
