-- Why a sign-up is to be confirmed on the phone, or looked at by staff; null for most. Which
-- words there are stands in `domain::enrolment::Doubt`.
ALTER TABLE sign_ups ADD COLUMN doubt TEXT CHECK (
    doubt IN ('trap', 'haste', 'stamp', 'session', 'phone')
);
CREATE INDEX sign_ups_in_doubt ON sign_ups (enrolment_id) WHERE doubt IS NOT NULL;

-- Whether anybody has looked a number up since.
CREATE INDEX phone_views_by_person ON phone_views (person_id, at);
