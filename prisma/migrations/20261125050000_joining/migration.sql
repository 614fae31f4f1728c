-- An application is a draft until its papers are there.
ALTER TABLE enterprise_application
  ALTER COLUMN status SET DEFAULT 'draft',
  ALTER COLUMN submitted_at DROP NOT NULL,
  DROP CONSTRAINT enterprise_application_status,
  ADD CONSTRAINT enterprise_application_status CHECK (status IN ('draft', 'submitted', 'returned', 'recommended', 'approved', 'rejected')),
  ADD CONSTRAINT enterprise_application_submitted CHECK (status = 'draft' OR submitted_at IS NOT NULL),
  ADD CONSTRAINT enterprise_application_approved CHECK ((status = 'approved') = (enterprise_id IS NOT NULL));

ALTER TABLE enterprise_document ADD COLUMN replaced_at timestamptz(3);

-- One role a person and enterprise: what somebody may do there has one answer.
CREATE UNIQUE INDEX membership_one_role ON membership (staff_id, enterprise_id) WHERE enterprise_id IS NOT NULL;

CREATE INDEX audit_entry_action_id_idx ON audit_entry (action, id DESC);
CREATE INDEX audit_entry_at_idx ON audit_entry (at);

-- No goods of a suspended enterprise are published (T46), whoever publishes them and when: they wait as `suspended`
-- until it is lifted. The lock makes a publication and a suspension wait for each other.
ALTER TABLE product
  DROP CONSTRAINT product_status,
  ADD CONSTRAINT product_status CHECK (status IN ('draft', 'published', 'taken-down', 'suspended'));
CREATE FUNCTION withhold_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT status FROM enterprise WHERE id = NEW.enterprise_id FOR SHARE) = 'suspended' THEN
    NEW.status := 'suspended';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER product_withheld_at_insert BEFORE INSERT ON product
  FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION withhold_product();
CREATE TRIGGER product_withheld BEFORE UPDATE OF status ON product
  FOR EACH ROW WHEN (NEW.status = 'published' AND OLD.status <> 'published') EXECUTE FUNCTION withhold_product();
