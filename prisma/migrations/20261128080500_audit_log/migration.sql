-- DropIndex
DROP INDEX "audit_entry_action_id_idx";

-- DropIndex
DROP INDEX "audit_entry_at_idx";

-- DropIndex
DROP INDEX "audit_entry_enterprise_id_id_idx";

-- DropIndex
DROP INDEX "audit_entry_staff_id_id_idx";

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "entry_id" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_check" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "entries" BIGINT NOT NULL,
    "head_id" BIGINT NOT NULL,
    "head_hash" TEXT NOT NULL,
    "problem" TEXT,
    "entry_id" BIGINT,

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_at_id_idx" ON "audit_entry"("subject_kind", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_enterprise_id_at_id_idx" ON "audit_entry"("enterprise_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_division_code_at_id_idx" ON "audit_entry"("division_code", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_staff_id_at_id_idx" ON "audit_entry"("staff_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_at_id_idx" ON "audit_entry"("action", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- The chain is written under a lock of its head, which says where it ends.
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one CHECK (id = 1);
ALTER TABLE audit_check
  ADD CONSTRAINT audit_check_problem CHECK (problem IN ('changed', 'missing', 'end-missing', 'rewritten')),
  ADD CONSTRAINT audit_check_place CHECK ((problem IS NULL) = (entry_id IS NULL));
INSERT INTO audit_head (entry_id, hash)
SELECT COALESCE(max(id), 0), COALESCE((SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1), '') FROM audit_entry;

-- With the rights of the owner: whoever adds a row to the log cannot move its end otherwise.
CREATE OR REPLACE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT hash INTO STRICT NEW.previous_hash FROM audit_head FOR UPDATE;
  -- Numbered under the lock, so that the order of the numbers is the order of the chain.
  NEW.id := nextval(pg_get_serial_sequence('audit_entry', 'id'));
  NEW.hash := audit_hash(NEW);
  UPDATE audit_head SET entry_id = NEW.id, hash = NEW.hash;
  RETURN NEW;
END $$;
