//! Texts of the pages that everyone may read: home, session, course.
//! Names and descriptions of courses are data and stand in the programme.

use crate::i18n::{Plural, Text};

section! {
    /// The front page.
    Home {
        title: Text,
        description: Text,
        heading: Text,
        lead: Text,
        see_calendar: Text,
        hubs_heading: Text,
        next_heading: Text,
        next_none: Text,
        how_heading: Text,
        choose: Text,
        choose_text: Text,
        sign_up: Text,
        sign_up_text: Text,
        keep: Text,
        keep_text: Text,
    }
}

section! {
    /// One session, on its page and as a card.
    Session {
        description: Text,
        places_left: Plural,
        full: Text,
        full_waiting: Plural,
        closed: Text,
        kept: Text,
        choose: Text,
        over: Text,
        when: Text,
        place: Text,
        route: Text,
        bring: Text,
        language: Text,
        offered_by: Text,
        access: Text,
        arabic: Text,
        french: Text,
        english: Text,
        women_only: Text,
        step_free: Text,
        childcare: Text,
        childcare_places: Plural,
        sign_up: Text,
        join_list: Text,
        see_course: Text,
        other_sessions: Text,
        another_day: Text,
        on_holiday: Text,
    }
}

section! {
    /// One course.
    Course {
        for_whom: Text,
        learns: Text,
        dates: Text,
        whole: Plural,
        slots: Text,
        no_dates: Text,
        past: Text,
        under_3: Text,
        from_3_to_5: Text,
        from_6_to_12: Text,
        thanks: Text,
    }
}
