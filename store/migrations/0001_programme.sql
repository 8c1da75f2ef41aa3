-- The programme: who offers what, where and when.
--
-- Public texts are "texts" columns: one TEXT holding {"ar": "…", "fr": "…", "en": "…"}
-- (store::programme::Texts reads them). Everything in this file is of privacy class `public`
-- except counters and plans, which are `internal`; nothing here is about a person.
-- Moments are BIGINT microseconds UTC; days are TEXT, `2026-11-30`, or `05-01` for every year.

CREATE TABLE organisations (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,                 -- texts
    role TEXT NOT NULL                  -- texts: what it does in the cluster
);

CREATE TABLE hubs (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,                 -- texts
    summary TEXT NOT NULL,              -- texts
    address TEXT NOT NULL,              -- texts
    landmark TEXT NOT NULL,             -- texts: the way from a place that everyone knows
    phone TEXT NOT NULL,
    phone_is_sample BOOLEAN NOT NULL,
    hours_are_sample BOOLEAN NOT NULL,
    zone TEXT NOT NULL,                 -- IANA name: Africa/Tunis
    colour TEXT NOT NULL,
    shape TEXT NOT NULL,
    first_monday TEXT NOT NULL          -- week 1 of its sample dates, kept by later imports
);

-- One row per opening: a regime (usual, summer, Ramadan), a weekday, from and to.
CREATE TABLE hub_hours (
    hub_id UUID NOT NULL REFERENCES hubs (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,                 -- texts: the regime
    first_day TEXT NOT NULL,            -- '' when the regime is the usual one
    last_day TEXT NOT NULL,
    to_be_confirmed BOOLEAN NOT NULL,
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    PRIMARY KEY (hub_id, position)
);

CREATE TABLE holidays (
    slug TEXT NOT NULL PRIMARY KEY,
    day TEXT NOT NULL,
    days BIGINT NOT NULL CHECK (days > 0),
    name TEXT NOT NULL,                 -- texts
    to_be_confirmed BOOLEAN NOT NULL
);

CREATE TABLE rooms (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    hub_id UUID NOT NULL REFERENCES hubs (id),
    name TEXT NOT NULL,                 -- texts
    access TEXT NOT NULL,               -- texts: doors, stairs, toilets
    capacity BIGINT NOT NULL CHECK (capacity > 0),
    step_free BOOLEAN NOT NULL,
    is_sample BOOLEAN NOT NULL
);

CREATE TABLE funding_projects (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,                 -- texts
    statement TEXT NOT NULL,            -- texts
    disclaimer TEXT NOT NULL            -- texts
);

CREATE TABLE funding_project_logos (
    funding_project_id UUID NOT NULL REFERENCES funding_projects (id),
    position BIGINT NOT NULL,
    file TEXT NOT NULL,
    alt TEXT NOT NULL,                  -- texts
    PRIMARY KEY (funding_project_id, position)
);

CREATE TABLE courses (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    hub_id UUID NOT NULL REFERENCES hubs (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    theme TEXT NOT NULL,
    languages TEXT NOT NULL,            -- codes with a space between: 'ar fr'
    women_only BOOLEAN NOT NULL,
    title TEXT NOT NULL,                -- texts
    summary TEXT NOT NULL,              -- texts
    audience TEXT NOT NULL,             -- texts
    learns TEXT NOT NULL,               -- texts, one point per line
    bring TEXT NOT NULL,                -- texts, one thing per line
    landmark TEXT NOT NULL              -- texts, or '' where the hub's own way holds
);

CREATE INDEX courses_by_hub ON courses (hub_id);

CREATE TABLE course_funding_projects (
    course_id UUID NOT NULL REFERENCES courses (id),
    position BIGINT NOT NULL,
    funding_project_id UUID NOT NULL REFERENCES funding_projects (id),
    PRIMARY KEY (course_id, position)
);

CREATE TABLE course_instances (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    course_id UUID NOT NULL REFERENCES courses (id),
    kind TEXT NOT NULL CHECK (kind IN ('whole', 'slots')),
    is_sample BOOLEAN NOT NULL,
    closes_plan TEXT NOT NULL,          -- the deadline as the file words it, '' for none
    closes_at BIGINT                    -- the deadline, null for none
);

CREATE INDEX course_instances_by_course ON course_instances (course_id);

CREATE TABLE sessions (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    instance_id UUID NOT NULL REFERENCES course_instances (id),
    room_id UUID NOT NULL REFERENCES rooms (id),
    plan TEXT NOT NULL,                 -- the date and times as the file words them
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    CHECK (ends_at > starts_at)
);

CREATE INDEX sessions_by_start ON sessions (starts_at);
CREATE INDEX sessions_by_instance ON sessions (instance_id, starts_at);

-- One bookable pool: a whole instance (session_id null) or one slot.
CREATE TABLE seats (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    instance_id UUID NOT NULL REFERENCES course_instances (id),
    session_id UUID REFERENCES sessions (id),
    capacity BIGINT NOT NULL CHECK (capacity > 0),
    ceiling BIGINT NOT NULL,            -- capacity, or those already in when it was lowered below them
    taken BIGINT NOT NULL DEFAULT 0,
    waiting BIGINT NOT NULL DEFAULT 0,
    next_rank BIGINT NOT NULL DEFAULT 1,
    closes_at BIGINT NOT NULL,
    CHECK (taken >= 0 AND taken <= ceiling),
    CHECK (waiting >= 0),
    CHECK (ceiling >= capacity)
);

CREATE INDEX seats_by_instance ON seats (instance_id);
CREATE UNIQUE INDEX seats_of_session ON seats (session_id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX seats_of_instance ON seats (instance_id) WHERE session_id IS NULL;

-- The second capacity: places for children, by age band, beside a pool of seats.
CREATE TABLE childcare_places (
    seats_id UUID NOT NULL REFERENCES seats (id),
    band TEXT NOT NULL,
    capacity BIGINT NOT NULL CHECK (capacity >= 0),
    ceiling BIGINT NOT NULL,
    taken BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (seats_id, band),
    CHECK (taken >= 0 AND taken <= ceiling),
    CHECK (ceiling >= capacity)
);
