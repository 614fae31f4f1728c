-- Where an enterprise is paid to: filed by its owner, confirmed by the city, never changed. A new one takes its place.
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "enterprise_id" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "filed_by" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bank_account_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id")
      ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "bank_account_status" CHECK ("status" IN ('waiting', 'confirmed', 'returned', 'replaced')),
    CONSTRAINT "bank_account_number" CHECK ("number" ~ '^[0-9]{8,32}$')
);

CREATE INDEX "bank_account_enterprise_id_filed_at_idx" ON "bank_account"("enterprise_id", "filed_at" DESC);
-- One of each at a time, whatever happens at once.
CREATE UNIQUE INDEX bank_account_waiting ON bank_account (enterprise_id) WHERE status = 'waiting';
CREATE UNIQUE INDEX bank_account_confirmed ON bank_account (enterprise_id) WHERE status = 'confirmed';
CREATE INDEX bank_account_queue ON bank_account (filed_at, id) WHERE status = 'waiting';

-- To which account the money went, as its bank and its last four digits.
ALTER TABLE "statement" ADD COLUMN "paid_to" TEXT;
