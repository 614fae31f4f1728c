-- When the enterprise would like what it submitted to be on sale; the reviewer decides.
ALTER TABLE "listing" ADD COLUMN "wished_at" TIMESTAMPTZ(3);
