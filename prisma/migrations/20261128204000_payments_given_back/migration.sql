-- What the provider took of a payment that was set aside, and what of it goes back. Null where it was another currency.
ALTER TABLE payment
  ADD COLUMN received_fen INTEGER,
  ADD CONSTRAINT payment_received CHECK (received_fen IS NULL OR (received_fen > 0 AND status = 'quarantined'));
UPDATE payment p SET received_fen = CASE a.kind WHEN 'paid-twice' THEN p.amount_fen ELSE (a.detail ->> 'received')::int END
FROM alarm a
WHERE p.status = 'quarantined' AND a.reference = p.id::text
  AND (a.kind = 'paid-twice' OR a.kind = 'amount-mismatch' AND a.detail ->> 'currency' = 'cny');
