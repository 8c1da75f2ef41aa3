-- People, their enrolments, and each accepted sign-up request.
-- Columns ending in _sealed are encrypted; *_key, *_index and *_hash are keyed or random hashes.

CREATE TABLE store_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fingerprint BYTEA NOT NULL
);

CREATE TABLE people (
    id UUID PRIMARY KEY NOT NULL,
    match_key BYTEA NOT NULL UNIQUE,
    phone_index BYTEA NOT NULL,
    given_name_sealed BYTEA NOT NULL,
    family_name_sealed BYTEA NOT NULL,
    phone_sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX people_by_phone ON people (phone_index);

-- One row per person and instance, whatever became of it. Enrolling again revives the row.
CREATE TABLE enrolments (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    instance_id UUID NOT NULL REFERENCES course_instances (id),
    seats_id UUID NOT NULL REFERENCES seats (id),
    status TEXT NOT NULL CHECK (
        status IN ('pending', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'excused')
    ),
    rank BIGINT,
    lang TEXT NOT NULL,
    age_band TEXT,
    funding_project_id UUID REFERENCES funding_projects (id),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (person_id, instance_id),
    CHECK (status <> 'waitlisted' OR rank IS NOT NULL)
);
CREATE INDEX enrolments_by_seats ON enrolments (seats_id, status, rank);

-- Each accepted form: its idempotency key, its private link, and what she was told.
-- A repeat points at the enrolment it repeats but can neither see nor change it.
CREATE TABLE sign_ups (
    id UUID PRIMARY KEY NOT NULL,
    idempotency_key UUID NOT NULL UNIQUE,
    body_hash BYTEA NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    seats_id UUID NOT NULL REFERENCES seats (id),
    is_repeat BOOLEAN NOT NULL,
    told_status TEXT NOT NULL,
    told_place BIGINT,
    created_at BIGINT NOT NULL,
    cancelled_at BIGINT
);
CREATE INDEX sign_ups_by_enrolment ON sign_ups (enrolment_id);

-- Every answer to a question of consent, never changed: the latest per purpose counts
-- (law 2004-63: who, when, which text, which language, which channel).
CREATE TABLE consents (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    granted BOOLEAN NOT NULL,
    text_version TEXT NOT NULL,
    lang TEXT NOT NULL,
    channel TEXT NOT NULL,
    answered_at BIGINT NOT NULL
);
CREATE INDEX consents_by_person ON consents (person_id, purpose, answered_at);
