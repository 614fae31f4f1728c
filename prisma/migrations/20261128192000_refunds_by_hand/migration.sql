-- Money that the provider could not return and a person did: the reference says by what.
ALTER TABLE refund
  ADD COLUMN reference TEXT,
  ADD CONSTRAINT refund_reference CHECK (reference IS NULL OR (status = 'succeeded' AND provider_refund_id IS NULL));
