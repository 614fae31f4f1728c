ALTER TABLE "listing" ADD COLUMN "barred_at" TIMESTAMPTZ(3),
  ADD COLUMN "bar_reason" TEXT,
  ADD COLUMN "lapsed_at" TIMESTAMPTZ(3);
ALTER TABLE listing ADD CONSTRAINT listing_bar CHECK ((barred_at IS NULL) = (bar_reason IS NULL));
CREATE INDEX listing_lapsed ON listing (enterprise_id, lapsed_at) WHERE lapsed_at IS NOT NULL;
CREATE INDEX listing_barred ON listing (barred_at) WHERE barred_at IS NOT NULL;
