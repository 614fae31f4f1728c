-- What a booth sold leaves its pool, once a sale; voided, it comes back, once a correction.
ALTER TABLE stock_movement
  DROP CONSTRAINT stock_movement_reason,
  ADD CONSTRAINT stock_movement_reason CHECK (reason IN ('initial', 'adjustment', 'shipment', 'return', 'received', 'counted',
    'spoiled', 'used', 'moved', 'booth-sale', 'booth-void'));
CREATE UNIQUE INDEX stock_movement_booth_once ON stock_movement (reference, reason)
  WHERE reason IN ('booth-sale', 'booth-void');
-- A close covers the day's entries after the last one of the close before it, so that each is counted in one close.
ALTER TABLE "booth_close" ADD COLUMN "last_entry_id" BIGINT NOT NULL;
DROP INDEX "booth_close_exhibition_id_enterprise_id_day_idx";
CREATE UNIQUE INDEX "booth_close_exhibition_id_enterprise_id_day_last_entry_id_key"
  ON "booth_close"("exhibition_id", "enterprise_id", "day", "last_entry_id");
