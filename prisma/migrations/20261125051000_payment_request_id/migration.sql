-- One number leads from the log to the provider and back.
ALTER TABLE "payment" ADD COLUMN "request_id" TEXT;
