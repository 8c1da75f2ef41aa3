-- The ledger of consents, what a withdrawal asks of the hubs, and people who are one.
-- Columns ending in _sealed are encrypted; *_index are keyed hashes.

-- Which link an answer came through, or on whose enrolment staff wrote it down. Older answers
-- have neither. Answers that came through a repeat count for nobody until staff say who she is.
ALTER TABLE consents ADD COLUMN sign_up_id UUID REFERENCES sign_ups (id);
ALTER TABLE consents ADD COLUMN enrolment_id UUID REFERENCES enrolments (id);
CREATE INDEX consents_by_sign_up ON consents (sign_up_id);
CREATE INDEX consents_by_enrolment ON consents (enrolment_id);

-- What a withdrawal asks of each hub that she has been at: to take a picture down, to erase.
CREATE TABLE consent_tasks (
    id UUID PRIMARY KEY NOT NULL,
    consent_id UUID NOT NULL REFERENCES consents (id),
    hub_id UUID NOT NULL REFERENCES hubs (id),
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),  -- hers at that hub, the way to her
    created_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by UUID REFERENCES accounts (id),
    CHECK ((done_at IS NULL) = (done_by IS NULL)),
    UNIQUE (consent_id, hub_id)
);
CREATE INDEX consent_tasks_by_hub ON consent_tasks (hub_id, done_at);

-- Another spelling or phone of someone who is known. What she types is still found under this
-- row's match key, and leads to the other one.
ALTER TABLE people ADD COLUMN merged_into UUID REFERENCES people (id);
-- The folded name alone, so that staff can be shown two rows that may be one woman.
ALTER TABLE people ADD COLUMN name_index BYTEA;
CREATE INDEX people_by_name ON people (name_index);
CREATE INDEX people_merged ON people (merged_into);

-- One merge: who goes on, and whose row became another spelling.
CREATE TABLE merges (
    id UUID PRIMARY KEY NOT NULL,
    kept_id UUID NOT NULL REFERENCES people (id),
    gone_id UUID NOT NULL REFERENCES people (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    undone_at BIGINT,
    undone_by UUID REFERENCES accounts (id),
    CHECK (kept_id <> gone_id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE UNIQUE INDEX merges_standing ON merges (gone_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_kept ON merges (kept_id);

-- What a merge did to each enrolment of the one who became another spelling, and to those of
-- the other that were in its way; enough to put everything back.
CREATE TABLE merge_enrolments (
    merge_id UUID NOT NULL REFERENCES merges (id),
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    owner_before UUID NOT NULL REFERENCES people (id),
    owner_after UUID NOT NULL REFERENCES people (id),
    -- What it held, if the merge ended it because both were in the run.
    ended_status TEXT,
    ended_rank BIGINT,
    steps BIGINT NOT NULL,              -- how many events it had after the merge
    PRIMARY KEY (merge_id, enrolment_id)
);
-- Links that lead to the enrolment that goes on.
CREATE TABLE merge_sign_ups (
    merge_id UUID NOT NULL REFERENCES merges (id),
    sign_up_id UUID NOT NULL REFERENCES sign_ups (id),
    enrolment_before UUID NOT NULL REFERENCES enrolments (id),
    PRIMARY KEY (merge_id, sign_up_id)
);
CREATE TABLE merge_consents (
    merge_id UUID NOT NULL REFERENCES merges (id),
    consent_id UUID NOT NULL REFERENCES consents (id),
    PRIMARY KEY (merge_id, consent_id)
);
