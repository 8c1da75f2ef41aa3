-- The desk: what staff do with enrolments, numbers that they looked at, and calls asked for.
-- Columns ending in _sealed are encrypted; *_index are keyed hashes.
-- Events, notes, capacity changes and views are only ever added.

-- The capacity that the programme's file last named: a file that still says the same leaves
-- alone what staff have changed since.
ALTER TABLE seats ADD COLUMN planned BIGINT;
UPDATE seats SET planned = capacity;

-- Who filled the form in for her, and who read the text of the consent out to her.
ALTER TABLE sign_ups ADD COLUMN author_id UUID REFERENCES accounts (id);
ALTER TABLE consents ADD COLUMN author_id UUID REFERENCES accounts (id);

-- What became of an enrolment, step by step. Without an account it was she, or the queue.
CREATE TABLE enrolment_events (
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    step BIGINT NOT NULL,               -- counts up from 1, whatever the clocks say
    seats_id UUID NOT NULL REFERENCES seats (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('seated', 'queued', 'promoted', 'confirmed', 'moved', 'moved_away', 'cancelled')
    ),
    rank BIGINT,                        -- her rank in the queue after it, if she has one
    account_id UUID REFERENCES accounts (id),
    reason TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (enrolment_id, step)
);

CREATE TABLE enrolment_notes (
    id UUID PRIMARY KEY NOT NULL,
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    text_sealed BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX enrolment_notes_by_enrolment ON enrolment_notes (enrolment_id, at);

CREATE TABLE capacity_changes (
    id UUID PRIMARY KEY NOT NULL,
    seats_id UUID NOT NULL REFERENCES seats (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    capacity_before BIGINT NOT NULL,
    capacity_after BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX capacity_changes_by_seats ON capacity_changes (seats_id, at);

-- "I would rather be called." One phone has one open request at most.
CREATE TABLE call_requests (
    id UUID PRIMARY KEY NOT NULL,
    phone_index BYTEA NOT NULL,
    phone_sealed BYTEA NOT NULL,
    name_sealed BYTEA,
    seats_id UUID REFERENCES seats (id),
    hours TEXT NOT NULL CHECK (hours IN ('any', 'morning', 'afternoon', 'evening')),
    lang TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    tried_at BIGINT,
    closed_at BIGINT,
    closed_by UUID REFERENCES accounts (id),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX call_requests_open ON call_requests (phone_index) WHERE closed_at IS NULL;
CREATE INDEX call_requests_by_phone ON call_requests (phone_index, asked_at);

-- Every number that was shown to somebody: whose, to whom, when.
CREATE TABLE phone_views (
    id UUID PRIMARY KEY NOT NULL,
    account_id UUID NOT NULL REFERENCES accounts (id),
    person_id UUID REFERENCES people (id),
    call_id UUID REFERENCES call_requests (id),
    enrolment_id UUID REFERENCES enrolments (id),
    at BIGINT NOT NULL,
    CHECK ((person_id IS NULL) <> (call_id IS NULL))
);
CREATE INDEX phone_views_by_time ON phone_views (at);
