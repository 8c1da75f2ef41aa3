//! The privacy class of every column. A column without one fails the test in
//! `tests/privacy.rs`: nobody adds personal data without having thought of it.

/// How much a column says about a person, and so who may see it and how long it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Stands on public pages.
    Public,
    /// Says nothing about a person, but is not published.
    Internal,
    /// Says something about a person, or leads to one.
    Personal,
    /// Would harm her in the wrong hands: kept sealed or hashed.
    Sensitive,
}

use Class::{Internal, Personal, Public, Sensitive};

/// Table, class, and the columns of that class.
pub const CLASSES: &[(&str, Class, &str)] = &[
    ("store_key", Internal, "id fingerprint"),
    ("content_versions", Internal, "shard version"),
    // The programme.
    (
        "clusters",
        Public,
        "slug name summary about history plans joining",
    ),
    ("organisations", Public, "slug position name role about"),
    ("organisations", Internal, "id"),
    (
        "hubs",
        Public,
        "slug position organisation_id name summary address landmark phone phone_is_sample \
         hours_are_sample zone colour shape",
    ),
    ("hubs", Internal, "id first_monday"),
    (
        "hub_hours",
        Public,
        "hub_id position name first_day last_day to_be_confirmed weekday opens closes",
    ),
    ("holidays", Public, "slug day days name to_be_confirmed"),
    (
        "rooms",
        Public,
        "slug hub_id name access capacity step_free is_sample",
    ),
    ("rooms", Internal, "id"),
    (
        "funding_projects",
        Public,
        "slug position name summary statement disclaimer",
    ),
    ("funding_projects", Internal, "id"),
    (
        "funding_project_logos",
        Public,
        "funding_project_id position file alt content digest",
    ),
    (
        "courses",
        Public,
        "slug hub_id organisation_id theme languages women_only title summary audience learns \
         bring landmark",
    ),
    ("courses", Internal, "id"),
    (
        "course_funding_projects",
        Public,
        "course_id position funding_project_id",
    ),
    (
        "questions",
        Public,
        "course_id slug version position definition",
    ),
    ("questions", Internal, "id"),
    (
        "course_instances",
        Public,
        "slug course_id kind is_sample closes_at",
    ),
    ("course_instances", Internal, "id closes_plan"),
    (
        "sessions",
        Public,
        "slug instance_id room_id starts_at ends_at",
    ),
    ("sessions", Internal, "id plan"),
    (
        "seats",
        Public,
        "slug instance_id session_id capacity taken waiting closes_at",
    ),
    ("seats", Internal, "id ceiling next_rank front_rank planned"),
    ("holds", Public, "seats_id expires_at"),
    ("holds", Personal, "holder"),
    ("childcare_places", Public, "seats_id band capacity taken"),
    ("childcare_places", Internal, "ceiling"),
    // People.
    ("people", Personal, "id created_at merged_into"),
    (
        "people",
        Sensitive,
        "match_key phone_index name_index given_name_sealed family_name_sealed phone_sealed",
    ),
    (
        "enrolments",
        Personal,
        "id person_id instance_id seats_id status rank lang age_band funding_project_id \
         created_at changed_at childcare_optional merged_into",
    ),
    (
        "childcare_claims",
        Personal,
        "enrolment_id band children is_held",
    ),
    (
        "sign_ups",
        Personal,
        "id idempotency_key enrolment_id seats_id is_repeat told_status told_place created_at \
         cancelled_at author_id picture_tries picture_tried_at ended_as absent_at \
         channel hours doubt told_children told_childcare childcare_optional answered_at",
    ),
    ("sign_ups", Sensitive, "body_hash token_hash picture_hash"),
    (
        "answers",
        Personal,
        "sign_up_id slug question_id changed_at",
    ),
    ("answers", Sensitive, "value_sealed"),
    (
        "consents",
        Personal,
        "id person_id purpose granted text_version lang channel answered_at author_id sign_up_id \
         enrolment_id",
    ),
    (
        "consent_tasks",
        Personal,
        "id consent_id hub_id enrolment_id created_at done_at done_by",
    ),
    (
        "enrolment_events",
        Personal,
        "enrolment_id step seats_id kind rank account_id reason at",
    ),
    ("enrolment_events", Sensitive, "her_reason_sealed"),
    ("enrolment_notes", Personal, "id enrolment_id account_id at"),
    ("enrolment_notes", Sensitive, "text_sealed"),
    (
        "capacity_changes",
        Internal,
        "id seats_id account_id capacity_before capacity_after at",
    ),
    (
        "call_requests",
        Personal,
        "id seats_id hours lang asked_at tries tried_at closed_at closed_by",
    ),
    (
        "call_requests",
        Sensitive,
        "phone_index phone_sealed name_sealed",
    ),
    (
        "phone_views",
        Personal,
        "id account_id person_id call_id enrolment_id at",
    ),
    (
        "messages",
        Personal,
        "id enrolment_id kind lang created_at due_at state tries taps tapped_by tapped_at channel \
         closed_by closed_at",
    ),
    (
        "merges",
        Personal,
        "id step kept_id gone_id account_id at undone_at undone_by",
    ),
    ("merges", Sensitive, "moved_sealed"),
    ("told_apart", Personal, "one_id other_id account_id at"),
    ("link_requests", Personal, "hour lang asked_at is_open"),
    ("link_requests", Sensitive, "phone_index"),
    ("leases", Internal, "work until"),
    // Staff.
    (
        "accounts",
        Personal,
        "id role all_hubs created_at changed_at revoked_at",
    ),
    (
        "accounts",
        Sensitive,
        "email_index email_sealed display_name_sealed password_hash",
    ),
    ("account_hubs", Internal, "account_id hub_id"),
    (
        "staff_sessions",
        Personal,
        "account_id device_id created_at seen_at expires_at revoked_at",
    ),
    ("staff_sessions", Sensitive, "token_hash"),
    ("sign_in_attempts", Personal, "tries last_at paused_until"),
    ("sign_in_attempts", Sensitive, "attempt_key email_index"),
    ("devices", Internal, "id last_seq"),
    (
        "marks",
        Personal,
        "id session_id enrolment_id status device_id device_seq marked_at clock_offset \
         base_version source author_id received_at",
    ),
];
