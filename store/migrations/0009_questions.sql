-- What courses ask of those who sign up, and what they answer.

-- Every wording of every question. A file that changes one adds a version and takes the place in
-- the form from the old one, so that what was answered to it stays readable.
CREATE TABLE questions (
    id UUID PRIMARY KEY NOT NULL,
    course_id UUID NOT NULL REFERENCES courses (id),
    slug TEXT NOT NULL,
    version BIGINT NOT NULL,
    position BIGINT,                    -- its place in the form; none if it is asked no more
    definition TEXT NOT NULL,           -- JSON: kind, texts in all languages, options, condition
    UNIQUE (course_id, slug, version)
);

-- The answers of an accepted request. Those of an enrolment are its latest request's; a repeat
-- keeps its own, so that it looks like any other to whoever sent it.
CREATE TABLE answers (
    sign_up_id UUID NOT NULL REFERENCES sign_ups (id),
    slug TEXT NOT NULL,
    question_id UUID NOT NULL REFERENCES questions (id),
    value_sealed BYTEA NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (sign_up_id, slug)
);
