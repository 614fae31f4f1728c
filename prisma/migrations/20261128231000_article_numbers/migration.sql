-- 货号 are each enterprise's own (docs/decisions/0024); until now the shop's handle was the number, too.
ALTER TABLE "variant" ADD COLUMN "article_number" TEXT, ADD COLUMN "enterprise_id" INTEGER;
UPDATE variant v SET enterprise_id = p.enterprise_id, article_number = v.sku FROM product p WHERE p.id = v.product_id;
ALTER TABLE "variant" ALTER COLUMN "article_number" SET NOT NULL, ALTER COLUMN "enterprise_id" SET NOT NULL,
  ADD CONSTRAINT variant_article_number CHECK (article_number <> '');
CREATE UNIQUE INDEX "variant_article_number_enterprise_id_key" ON "variant"("article_number", "enterprise_id");

-- A variant is its product's enterprise's, whoever writes it.
CREATE UNIQUE INDEX "product_id_enterprise_id_key" ON "product"("id", "enterprise_id");
ALTER TABLE "variant" DROP CONSTRAINT "variant_product_id_fkey";
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_enterprise_id_fkey" FOREIGN KEY ("product_id", "enterprise_id")
  REFERENCES "product"("id", "enterprise_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- For the version before, which knows neither column and goes on until its process is restarted.
CREATE FUNCTION number_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.enterprise_id := (SELECT enterprise_id FROM product WHERE id = NEW.product_id);
  NEW.article_number := NEW.sku;
  RETURN NEW;
END $$;
CREATE TRIGGER variant_numbered BEFORE INSERT ON variant
  FOR EACH ROW WHEN (NEW.article_number IS NULL) EXECUTE FUNCTION number_variant();
