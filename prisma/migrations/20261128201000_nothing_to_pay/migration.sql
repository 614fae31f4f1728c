-- A statement of nothing waits for no payment: it is settled with its closing.
UPDATE "statement" SET "paid_at" = "closed_at", "paid_by" = "closed_by" WHERE "net_fen" = 0 AND "paid_at" IS NULL;
