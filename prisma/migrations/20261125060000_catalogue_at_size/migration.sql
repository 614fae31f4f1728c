-- The better tiers have search indexes of their own, whose size does not follow the catalogue's: a word that a tenth of
-- a million goods hold is looked up among a thousand, then among ten thousand.
CREATE INDEX product_search_best ON product USING gin (search_vector) WITH (fastupdate = off)
  WHERE status = 'published' AND search_tier = 0;
CREATE INDEX product_search_good ON product USING gin (search_vector) WITH (fastupdate = off)
  WHERE status = 'published' AND search_tier <= 1;

-- Lists within a subcategory, by each sort
CREATE INDEX product_subcategory_score ON product (subcategory_code, score DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_subcategory_sales ON product (subcategory_code, sales_count DESC, id DESC) WHERE status = 'published';
CREATE INDEX product_subcategory_price ON product (subcategory_code, min_price_fen, id) WHERE status = 'published';
CREATE INDEX product_subcategory_newest ON product (subcategory_code, published_at DESC, id DESC) WHERE status = 'published';
