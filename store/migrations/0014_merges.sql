-- People who were entered twice, found and joined by staff, and taken apart again.

-- The row has become another spelling or phone of someone. What is typed is still found under it,
-- and leads to the other one; never to one that is joined itself.
ALTER TABLE people ADD COLUMN merged_into UUID REFERENCES people (id);
-- The consonants of the whole name, so that staff can be shown two rows that may be one woman.
-- Rows of earlier versions get it from the hourly sweep.
ALTER TABLE people ADD COLUMN name_index BYTEA;
CREATE INDEX people_by_name ON people (name_index);
CREATE INDEX people_merged ON people (merged_into);

-- The enrolment ended because its woman has another one in the same run. Its marks stay where they
-- were made and are read as marks of that one.
ALTER TABLE enrolments ADD COLUMN merged_into UUID REFERENCES enrolments (id);
CREATE INDEX enrolments_merged ON enrolments (merged_into);

-- The last rank that was given at the front of the queue, to someone who had had a seat: below
-- zero, and given once like those that count up.
ALTER TABLE seats ADD COLUMN front_rank BIGINT NOT NULL DEFAULT 0;

-- One joining: who goes on, and whose row became another spelling. moved_sealed is what it did to
-- which rows, as JSON; it goes when it can no longer be undone.
CREATE TABLE merges (
    id UUID PRIMARY KEY NOT NULL,
    step BIGINT NOT NULL,               -- larger than that of every earlier one of either, whatever the clocks say
    kept_id UUID NOT NULL REFERENCES people (id),
    gone_id UUID NOT NULL REFERENCES people (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    moved_sealed BYTEA,
    undone_at BIGINT,
    undone_by UUID REFERENCES accounts (id),
    CHECK (kept_id <> gone_id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE UNIQUE INDEX merges_standing ON merges (gone_id) WHERE undone_at IS NULL;
CREATE INDEX merges_by_kept ON merges (kept_id);

-- Staff have asked: these are two women.
CREATE TABLE told_apart (
    one_id UUID NOT NULL REFERENCES people (id),
    other_id UUID NOT NULL REFERENCES people (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
);
