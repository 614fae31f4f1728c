-- What the schema language cannot say about the enterprise side.

-- Legal values
ALTER TABLE enterprise
  ADD CONSTRAINT enterprise_fee CHECK (fee_basis_points BETWEEN 0 AND 10000),
  ADD CONSTRAINT enterprise_suspension CHECK ((status = 'suspended') = (suspended_at IS NOT NULL));
ALTER TABLE variant ADD CONSTRAINT variant_low_stock CHECK (low_stock_at >= 0);
ALTER TABLE staff
  ADD CONSTRAINT staff_status CHECK (status IN ('active', 'disabled')),
  ADD CONSTRAINT staff_login CHECK (login = lower(login) AND login <> '');
-- A role of an enterprise names its enterprise, a reviewer the division, the others neither.
ALTER TABLE membership
  ADD CONSTRAINT membership_role CHECK (CASE
    WHEN role IN ('owner', 'editor', 'shipper') THEN enterprise_id IS NOT NULL AND division_code IS NULL
    WHEN role = 'division-reviewer' THEN enterprise_id IS NULL AND division_code IS NOT NULL
    WHEN role IN ('city-organizer', 'exhibition-staff', 'finance', 'viewer') THEN enterprise_id IS NULL AND division_code IS NULL
    ELSE false END);
CREATE UNIQUE INDEX membership_once ON membership (staff_id, role, COALESCE(enterprise_id, 0), COALESCE(division_code, ''));
ALTER TABLE invitation
  ADD CONSTRAINT invitation_role CHECK (CASE
    WHEN role IN ('owner', 'editor', 'shipper') THEN enterprise_id IS NOT NULL AND division_code IS NULL
    WHEN role = 'division-reviewer' THEN enterprise_id IS NULL AND division_code IS NOT NULL
    WHEN role IN ('city-organizer', 'exhibition-staff', 'finance', 'viewer') THEN enterprise_id IS NULL AND division_code IS NULL
    ELSE false END);
ALTER TABLE enterprise_application
  ADD CONSTRAINT enterprise_application_kind CHECK (kind IN ('company', 'cooperative', 'family-farm', 'workshop')),
  ADD CONSTRAINT enterprise_application_status CHECK (status IN ('submitted', 'returned', 'recommended', 'approved', 'rejected')),
  -- Four eyes: who recommends does not decide (T48).
  ADD CONSTRAINT enterprise_application_eyes CHECK (recommended_by IS NULL OR decided_by IS NULL OR recommended_by <> decided_by);
CREATE UNIQUE INDEX enterprise_application_open ON enterprise_application (credit_code) WHERE status IN ('submitted', 'returned', 'recommended');
ALTER TABLE enterprise_document
  ADD CONSTRAINT enterprise_document_kind CHECK (kind IN ('business-licence', 'food-licence', 'gi-authorisation', 'green-food', 'organic', 'other')),
  ADD CONSTRAINT enterprise_document_owner CHECK (num_nonnulls(application_id, enterprise_id) >= 1);
ALTER TABLE listing
  ADD CONSTRAINT listing_status CHECK (status IN ('draft', 'submitted', 'returned', 'accepted')),
  ADD CONSTRAINT listing_version CHECK (version >= 1);
ALTER TABLE listing ADD CONSTRAINT listing_draft CHECK (status = 'accepted' OR draft IS NOT NULL);
-- Every product has its listing; what is on sale was accepted before there was a review.
INSERT INTO listing (id, enterprise_id, product_id, title, category_code, picture_key, status, created_at, updated_at)
SELECT gen_random_uuid(), enterprise_id, id, title, category_code, picture_key, 'accepted', created_at, updated_at FROM product;
ALTER TABLE bulk_change ADD CONSTRAINT bulk_change_kind CHECK (kind IN ('price', 'publish', 'take-down', 'move-category'));
ALTER TABLE import_job ADD CONSTRAINT import_job_status CHECK (status IN ('checking', 'checked', 'committing', 'done', 'failed'));
ALTER TABLE import_row ADD CONSTRAINT import_row_outcome CHECK (outcome IN ('waiting', 'created', 'changed', 'unchanged', 'faulty'));
ALTER TABLE parcel_line ADD CONSTRAINT parcel_line_quantity CHECK (quantity > 0);
ALTER TABLE after_sale
  DROP CONSTRAINT after_sale_status,
  ADD CONSTRAINT after_sale_status CHECK (status IN ('requested', 'awaiting-return', 'accepted', 'refused', 'withdrawn'));
CREATE INDEX after_sale_open ON after_sale (deadline_at) WHERE status IN ('requested', 'awaiting-return');

-- A statement adds up, to the fen
ALTER TABLE statement
  ADD CONSTRAINT statement_period CHECK (period ~ '^\d{4}-\d{2}$'),
  ADD CONSTRAINT statement_net CHECK (net_fen = items_fen + shipping_fen - refunds_fen - fee_fen),
  ADD CONSTRAINT statement_paid CHECK ((paid_at IS NULL) = (paid_by IS NULL));
ALTER TABLE statement_line
  ADD CONSTRAINT statement_line_kind CHECK (kind IN ('sale', 'refund')),
  ADD CONSTRAINT statement_line_net CHECK (net_fen = items_fen + shipping_fen - fee_fen);
ALTER TABLE invoice
  ADD CONSTRAINT invoice_status CHECK (status IN ('requested', 'issued', 'reversed')),
  ADD CONSTRAINT invoice_issued CHECK ((status = 'requested') = (sequence IS NULL) AND (status = 'requested' OR (number IS NOT NULL AND file_key IS NOT NULL))),
  ADD CONSTRAINT invoice_reversal CHECK (reversed_fen BETWEEN 0 AND amount_fen);

-- To ship: an enterprise's oldest first
CREATE INDEX shop_order_to_ship ON shop_order (enterprise_id, id) WHERE status IN ('to-ship', 'partly-shipped');

-- The audit chain: one row after the other, each with the hash of the one before (T106)
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_entry'));
  -- Numbered under the lock, so that the order of the numbers is the order of the chain.
  NEW.id := nextval(pg_get_serial_sequence('audit_entry', 'id'));
  NEW.previous_hash := COALESCE((SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1), '');
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;
CREATE FUNCTION audit_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(entry.previous_hash, entry.id, extract(epoch FROM entry.at), entry.staff_id,
    entry.actor, entry.action, entry.subject_kind, entry.subject_id, entry.enterprise_id, entry.division_code, entry.before,
    entry.after, entry.reason)::text, 'UTF8')), 'hex')
$$;
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
