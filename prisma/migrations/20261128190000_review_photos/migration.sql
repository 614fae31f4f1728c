-- Photos of a review that were taken down alone; whose they are is asked by their keys.
ALTER TABLE "review" ADD COLUMN "hidden_photos" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
CREATE INDEX "review_shopper_id_idx" ON "review"("shopper_id");
CREATE INDEX "review_photos_idx" ON "review" USING GIN ("photos");
CREATE INDEX "review_hidden_photos_idx" ON "review" USING GIN ("hidden_photos");

-- Who publishes photos agrees to it apart (PIPL article 14).
ALTER TABLE consent DROP CONSTRAINT consent_purpose;
ALTER TABLE consent ADD CONSTRAINT consent_purpose CHECK (purpose IN ('privacy', 'marketing', 'review-photos')) NOT VALID;
ALTER TABLE consent VALIDATE CONSTRAINT consent_purpose;
