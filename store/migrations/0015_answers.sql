-- When the answers of a request were changed through its link. Staff read those that were given
-- last, and an enrolment may have several links.
ALTER TABLE sign_ups ADD COLUMN answered_at BIGINT;
