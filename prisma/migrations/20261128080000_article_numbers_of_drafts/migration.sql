-- The article numbers that wait in drafts: an import looks up those of each product, whatever else its enterprise writes.
CREATE INDEX listing_draft_skus ON listing USING gin (jsonb_path_query_array(draft, '$.variants[*].sku')) WITH (fastupdate = off)
  WHERE draft IS NOT NULL;
