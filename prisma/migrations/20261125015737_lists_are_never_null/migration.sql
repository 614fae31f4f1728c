-- An empty list is {}, as the code reads it.
UPDATE product SET season_months = coalesce(season_months, '{}'), certificates = coalesce(certificates, '{}')
  WHERE season_months IS NULL OR certificates IS NULL;
UPDATE review SET photos = '{}' WHERE photos IS NULL;
UPDATE after_sale SET photos = '{}' WHERE photos IS NULL;
ALTER TABLE product
  ALTER COLUMN season_months SET DEFAULT '{}', ALTER COLUMN season_months SET NOT NULL,
  ALTER COLUMN certificates SET DEFAULT '{}', ALTER COLUMN certificates SET NOT NULL;
ALTER TABLE review ALTER COLUMN photos SET DEFAULT '{}', ALTER COLUMN photos SET NOT NULL;
ALTER TABLE after_sale ALTER COLUMN photos SET DEFAULT '{}', ALTER COLUMN photos SET NOT NULL;
