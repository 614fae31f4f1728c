-- The papers by which an enterprise stands: of each kind the one that ends last, whether it took an older one's place or
-- was added beside it. What is none of the known kinds may be anything: one stands for another only with its number.
CREATE VIEW standing_document AS
SELECT d.id, d.enterprise_id, d.kind, d.expires_on
FROM enterprise_document d
WHERE d.enterprise_id IS NOT NULL AND d.replaced_at IS NULL AND NOT EXISTS (
  SELECT FROM enterprise_document o
  WHERE o.enterprise_id = d.enterprise_id AND o.kind = d.kind AND o.replaced_at IS NULL
    AND (d.kind <> 'other' OR o.number = d.number)
    AND (coalesce(o.expires_on, 'infinity'), o.id) > (coalesce(d.expires_on, 'infinity'), d.id)
);
