-- A sign-in code serves the browser that asked for it. Codes of the version before have none, and live five minutes.
ALTER TABLE "sign_in_code" ADD COLUMN "ticket_hash" TEXT;

CREATE UNIQUE INDEX "sign_in_code_ticket_hash_key" ON "sign_in_code"("ticket_hash");
