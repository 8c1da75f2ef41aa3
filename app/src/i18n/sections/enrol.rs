//! Texts of the enrol form and of what can be wrong in it.
//! What a person typed is never part of a text.

use crate::i18n::{Plural, Text};

section! {
    /// The enrol form.
    Enrol {
        title: Text,
        heading: Text,
        adults: Text,
        for_whom: Text,
        for_self: Text,
        for_other: Text,
        for_other_hint: Text,
        another: Text,
        another_hint: Text,
        begun: Text,
        begin_empty: Text,
        given_name: Text,
        family_name: Text,
        phone: Text,
        phone_hint: Text,
        age_band: Text,
        age_band_why: Text,
        under_25: Text,
        from_25_to_54: Text,
        over_54: Text,
        prefer_not: Text,
        project: Text,
        project_why: Text,
        project_none: Text,
        picture: Text,
        picture_legend: Text,
        picture_why: Text,
        picture_none: Text,
        consent_heading: Text,
        consent_text: Text,
        consent: Text,
        waitlist: Text,
        submit: Text,
        submit_list: Text,
        summary: Text,
        full: Plural,
        kept: Text,
        kept_until: Text,
        times: Text,
        closed: Text,
        conflict: Text,
        busy: Text,
    }
}

section! {
    /// What is wrong with a field.
    Faults {
        given_name_missing: Text,
        given_name_long: Text,
        given_name_wrong: Text,
        family_name_missing: Text,
        family_name_long: Text,
        family_name_wrong: Text,
        phone_missing: Text,
        phone_short: Text,
        phone_long: Text,
        phone_wrong: Text,
        reach_wrong: Text,
        age_band_wrong: Text,
        project_wrong: Text,
        picture_wrong: Text,
        consent_missing: Text,
        form_wrong: Text,
    }
}
