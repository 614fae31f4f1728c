-- An empty list is {}, as the code reads it.
ALTER TABLE product ADD COLUMN keywords text[] NOT NULL DEFAULT '{}';
