-- A form sent twice schedules one livestream: two equal ones would share their orders by chance.
ALTER TABLE "livestream" ADD COLUMN "form_key" UUID;
CREATE UNIQUE INDEX "livestream_form_key_key" ON "livestream"("form_key");
