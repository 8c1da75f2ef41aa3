-- The children that a woman brings, counted by age: no name, no birth date. The places are those
-- of the pool that her enrolment is in; they are hers together with her seat.
CREATE TABLE childcare_claims (
    enrolment_id UUID NOT NULL REFERENCES enrolments (id),
    band TEXT NOT NULL,
    children BIGINT NOT NULL CHECK (children > 0),
    is_held BOOLEAN NOT NULL,           -- false: she waits for them, or comes without
    PRIMARY KEY (enrolment_id, band)
);

-- Whether she comes without childcare if there is none.
ALTER TABLE enrolments ADD COLUMN childcare_optional BOOLEAN NOT NULL DEFAULT FALSE;

-- What a repeat asked for and was told, '3-5=1 6-12=2': it knows no claim of the enrolment.
ALTER TABLE sign_ups ADD COLUMN told_children TEXT;
ALTER TABLE sign_ups ADD COLUMN told_childcare BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE sign_ups ADD COLUMN childcare_optional BOOLEAN NOT NULL DEFAULT FALSE;
