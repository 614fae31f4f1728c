-- The price of 500 g is that of the variant whose price is shown, as app/domain/catalog/product-figures.ts has it.
UPDATE product p SET min_unit_price_fen = (
  SELECT CASE WHEN v.net_grams > 0 THEN floor(v.price_fen * 500.0 / v.net_grams + 0.5)::int END
  FROM variant v WHERE v.product_id = p.id AND v.is_active
  ORDER BY v.price_fen, COALESCE(v.net_grams, 0) DESC LIMIT 1);
