-- In whose shop an order was sold, and for which fair it was uploaded; how often its entries were taken back.
ALTER TABLE "platform_import" ADD COLUMN     "enterprise_id" INTEGER;

ALTER TABLE "platform_order" ADD COLUMN     "named_exhibition_id" INTEGER,
ADD COLUMN     "shop_enterprise_id" INTEGER,
ADD COLUMN     "taken_back" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "platform_product" ADD COLUMN     "is_taken_back" BOOLEAN NOT NULL DEFAULT false;
-- Nothing is said of a product only once its postings were taken back.
ALTER TABLE "platform_product" DROP CONSTRAINT "platform_product_known",
ADD CONSTRAINT "platform_product_known" CHECK (CASE WHEN "variant_id" IS NULL THEN "is_foreign" OR "is_taken_back" ELSE NOT "is_foreign" END);

-- Until now the fair was looked up in the import.
UPDATE "platform_order" o SET "named_exhibition_id" = i."exhibition_id"
FROM "platform_import" i WHERE i."id" = o."import_id" AND i."exhibition_id" IS NOT NULL;

-- The lists of products go by 商品ID and 规格.
DROP INDEX "platform_order_status_platform_external_id_idx";
CREATE INDEX "platform_order_status_platform_external_id_spec_idx" ON "platform_order"("status", "platform", "external_id", "spec");
