-- What the buyer says to the answer: the number of the parcel that comes back, or why a refusal is wrong.
ALTER TABLE "after_sale" ADD COLUMN "reply" TEXT, ADD COLUMN "replied_at" TIMESTAMPTZ(3);
