-- The second question of a private link: the picture she chose at sign-up, and how often one was
-- guessed. `picture_hash` is keyed and of privacy class `sensitive`; null where she chose none.
ALTER TABLE sign_ups ADD COLUMN picture_hash BYTEA;
ALTER TABLE sign_ups ADD COLUMN picture_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sign_ups ADD COLUMN picture_tried_at BIGINT NOT NULL DEFAULT 0;
