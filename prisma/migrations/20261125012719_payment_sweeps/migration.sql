-- Processes share the sweep: each row says when one last took it.
ALTER TABLE "order_group" ADD COLUMN "swept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch';
ALTER TABLE "payment" ADD COLUMN "swept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch';
ALTER TABLE "refund" ADD COLUMN "swept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch';
CREATE INDEX provider_event_orphan ON provider_event (object_id) WHERE outcome = 'orphan';
