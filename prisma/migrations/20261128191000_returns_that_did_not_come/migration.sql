-- A return that was never reported has an end of its own: the buyer withdrew nothing, and goods that arrive later are still paid back.
ALTER TABLE after_sale
  ADD COLUMN reminded_at TIMESTAMPTZ(3),
  DROP CONSTRAINT after_sale_status,
  ADD CONSTRAINT after_sale_status
    CHECK (status IN ('requested', 'awaiting-return', 'accepted', 'refused', 'withdrawn', 'not-returned'));
UPDATE after_sale a SET status = 'not-returned' FROM audit_entry e
WHERE e.action = 'end-after-sale' AND e.subject_kind = 'after-sale' AND e.subject_id = a.id::text AND a.status = 'withdrawn';
