-- What people do to stock has names; the note is in their own words.
ALTER TABLE stock_movement
  ADD COLUMN note text,
  DROP CONSTRAINT stock_movement_reason,
  ADD CONSTRAINT stock_movement_reason CHECK (reason IN ('initial', 'adjustment', 'shipment', 'return', 'received', 'counted',
    'spoiled', 'used', 'moved'));
-- A form that is sent twice moves the goods once: its reference is its own.
CREATE UNIQUE INDEX stock_movement_once ON stock_movement (variant_id, pool, reference)
  WHERE reason IN ('received', 'counted', 'spoiled', 'used', 'moved');
