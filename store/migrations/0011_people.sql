-- The ledger of consents, and what a withdrawal asks of the hubs.

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
