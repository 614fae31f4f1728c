-- From a figure to the entries behind it, in a ledger of any length.
CREATE INDEX "sale_entry_product_id_occurred_at_idx" ON "sale_entry"("product_id", "occurred_at");
CREATE INDEX "sale_entry_livestream_id_occurred_at_idx" ON "sale_entry"("livestream_id", "occurred_at");
