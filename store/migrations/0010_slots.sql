-- Slots: the time that a browser is filling the form in for.

-- A hold ends by the clock: whoever takes a seat looks at `expires_at`, nothing has to clear it.
-- `holder` is random and known to one browser, in a sealed cookie; one browser holds one slot.
CREATE TABLE holds (
    holder UUID PRIMARY KEY NOT NULL,
    seats_id UUID NOT NULL REFERENCES seats (id),
    expires_at BIGINT NOT NULL          -- a whole minute, as it is told
);
CREATE INDEX holds_by_seats ON holds (seats_id, expires_at);
