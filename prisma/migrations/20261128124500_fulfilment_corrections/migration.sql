-- What was mistyped is taken back as the ledger does it: by its negative, once, with a reason.
ALTER TABLE "contract_fulfilment" ADD COLUMN "corrects_id" UUID;
CREATE UNIQUE INDEX "contract_fulfilment_corrects_id_key" ON "contract_fulfilment"("corrects_id");
ALTER TABLE "contract_fulfilment" ADD CONSTRAINT "contract_fulfilment_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "contract_fulfilment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE contract_fulfilment
  ADD CONSTRAINT contract_fulfilment_correction CHECK ((corrects_id IS NOT NULL) = (amount_fen < 0)),
  ADD CONSTRAINT contract_fulfilment_reason CHECK (corrects_id IS NULL OR note IS NOT NULL);
