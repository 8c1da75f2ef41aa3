-- Staff: accounts, where they are signed in, and the marks that they make.
-- Columns ending in _sealed are encrypted; *_index and *_hash are keyed or random hashes.
-- Names and addresses of staff are of privacy class `personal`, marks `personal`, the rest
-- `internal`.

CREATE TABLE accounts (
    id UUID PRIMARY KEY NOT NULL,
    email_index BYTEA NOT NULL,
    email_sealed BYTEA NOT NULL,
    display_name_sealed BYTEA,
    password_hash TEXT NOT NULL,        -- argon2id, as a PHC string
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'coordinator', 'partner', 'administrator')),
    all_hubs BOOLEAN NOT NULL,          -- also those to come
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CHECK (role <> 'facilitator' OR NOT all_hubs)
);
-- A revoked account stays, because its marks name it; its address may get a new one.
CREATE UNIQUE INDEX accounts_by_email ON accounts (email_index) WHERE revoked_at IS NULL;

CREATE TABLE account_hubs (
    account_id UUID NOT NULL REFERENCES accounts (id),
    hub_id UUID NOT NULL REFERENCES hubs (id),
    PRIMARY KEY (account_id, hub_id)
);

-- One row per sign-in. The browser holds 256 random bits, we hold their hash.
CREATE TABLE staff_sessions (
    token_hash BYTEA PRIMARY KEY NOT NULL,
    account_id UUID NOT NULL REFERENCES accounts (id),
    device_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX staff_sessions_by_account ON staff_sessions (account_id);

-- Sign-ins that were tried and did not succeed, by a keyed hash of the address typed,
-- whether an account has it or not. A device that was signed in before counts apart, so that
-- a stranger who tries passwords does not keep her out.
CREATE TABLE sign_in_attempts (
    attempt_key BYTEA PRIMARY KEY NOT NULL,
    email_index BYTEA NOT NULL,
    tries BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    paused_until BIGINT NOT NULL
);
CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (last_at);

-- Counts up with every mark of a device, so that marks of one device have an order.
CREATE TABLE devices (
    id UUID PRIMARY KEY NOT NULL,
    last_seq BIGINT NOT NULL
);

-- Attendance statements. Rows are only ever added; the roll is what they add up to.
-- `enrolment_id` has no foreign key: a mark made at the door is kept even when the enrolment
-- it names is unknown here, and shown to staff.
CREATE TABLE marks (
    id UUID PRIMARY KEY NOT NULL,
    session_id UUID NOT NULL REFERENCES sessions (id),
    enrolment_id UUID NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('present', 'late', 'excused', 'absent', 'unmarked')
    ),
    device_id UUID NOT NULL,
    device_seq BIGINT NOT NULL,
    marked_at BIGINT NOT NULL,
    clock_offset BIGINT NOT NULL,
    base_version BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('tap', 'scan', 'paper', 'self', 'system')),
    author_id UUID NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX marks_by_session ON marks (session_id, enrolment_id);
