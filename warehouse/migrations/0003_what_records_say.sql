-- What a record says of the creator, beyond its category.
ALTER TABLE stored.matches ADD COLUMN adverse BOOLEAN;
ALTER TABLE stored.matches ADD COLUMN status_said VARCHAR;
ALTER TABLE stored.matches ADD COLUMN called_false BOOLEAN;
ALTER TABLE stored.matches ADD COLUMN role_words VARCHAR[];
ALTER TABLE stored.matches ADD COLUMN same_text VARCHAR;
ALTER TABLE stored.matches ADD COLUMN affair VARCHAR;
