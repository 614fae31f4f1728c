-- CreateIndex
CREATE INDEX "review_status_created_at_id_idx" ON "review"("status", "created_at" DESC, "id" DESC);
