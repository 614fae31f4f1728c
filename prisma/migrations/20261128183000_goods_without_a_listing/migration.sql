-- What a booth sold without a listing keeps the name that was typed at the till.
ALTER TABLE "sale_entry" ADD COLUMN "goods_name" TEXT;
ALTER TABLE sale_entry
  ADD CONSTRAINT sale_entry_goods_name CHECK (goods_name IS NULL OR product_id IS NULL AND char_length(goods_name) BETWEEN 1 AND 40);
