-- What she says when she cannot come, how she may be reached, and the outbox.
-- Columns ending in _sealed are encrypted; *_index are keyed hashes.

-- The log is built anew to let the words of its steps grow: which there are stands in
-- `domain::desk::EventKind`. Its rows stay as they are, and are still only ever added.
CREATE TABLE enrolment_steps (
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    step BIGINT NOT NULL,               -- counts up from 1, whatever the clocks say
    seats_id UUID NOT NULL REFERENCES seats (id),
    kind TEXT NOT NULL,
    rank BIGINT,                        -- her rank in the queue after it, if she has one
    account_id UUID REFERENCES accounts (id),
    reason TEXT,                        -- why staff ended it
    her_reason_sealed BYTEA,            -- why she cannot come, if she said
    at BIGINT NOT NULL,
    PRIMARY KEY (enrolment_id, step)
);
INSERT INTO enrolment_steps (enrolment_id, step, seats_id, kind, rank, account_id, reason, at)
    SELECT enrolment_id, step, seats_id, kind, rank, account_id, reason, at FROM enrolment_events;
DROP TABLE enrolment_events;
ALTER TABLE enrolment_steps RENAME TO enrolment_events;

-- How a request ended in her own words: a repeat shows what a newcomer's would. `absent_at` is
-- when she said, after the start, that she cannot come.
ALTER TABLE sign_ups ADD COLUMN ended_as TEXT CHECK (ended_as IN ('cancelled', 'excused'));
ALTER TABLE sign_ups ADD COLUMN absent_at BIGINT;

-- How the holder of this link may be reached, and when; null until she says. It belongs to the
-- request, so that whoever repeats a sign-up changes nothing for her.
ALTER TABLE sign_ups ADD COLUMN channel TEXT CHECK (
    channel IN ('whatsapp', 'sms', 'call', 'none')
);
ALTER TABLE sign_ups ADD COLUMN hours TEXT CHECK (
    hours IN ('any', 'morning', 'afternoon', 'evening')
);

-- What is to be said to someone, written in the transaction of its cause. It holds no text and
-- no number: staff send it by a tap, and the text is made then.
CREATE TABLE messages (
    id UUID PRIMARY KEY NOT NULL,
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('seat', 'moved', 'cancelled', 'repeat', 'link', 'left')
    ),
    lang TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,             -- not before: later when nobody answered
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    tries BIGINT NOT NULL DEFAULT 0,    -- how often nobody answered
    taps BIGINT NOT NULL DEFAULT 0,     -- how often its number was shown
    tapped_by UUID REFERENCES accounts (id),
    tapped_at BIGINT,
    channel TEXT,                       -- how it was sent
    closed_by UUID REFERENCES accounts (id),
    closed_at BIGINT,
    CHECK ((state = 'open') = (closed_at IS NULL))
);
-- What is open about an enrolment is said once.
CREATE UNIQUE INDEX messages_open ON messages (enrolment_id, kind) WHERE state = 'open';
CREATE INDEX messages_by_age ON messages (closed_at);

-- "I have lost my link", whether the number is known or not: one for a phone and an hour. Whom
-- it concerns is looked up when staff look at the outbox, never while she waits.
CREATE TABLE link_requests (
    phone_index BYTEA NOT NULL,
    hour BIGINT NOT NULL,               -- hours since 1970
    lang TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    is_open BOOLEAN NOT NULL,
    PRIMARY KEY (phone_index, hour)
);

-- Work that one server does for all: until when it is taken.
CREATE TABLE leases (
    work TEXT PRIMARY KEY NOT NULL,
    until BIGINT NOT NULL
);
