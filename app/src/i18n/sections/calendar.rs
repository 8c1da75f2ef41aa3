//! Texts of the calendar: its views, its filters, and what it says where there is nothing.
//! What it says of a single session stands in `browse`.

use crate::i18n::{Plural, Text};

section! {
    /// The calendar.
    Calendar {
        title: Text,
        description: Text,
        views: Text,
        agenda: Text,
        week: Text,
        month: Text,
        periods: Text,
        today: Text,
        days_before: Text,
        days_after: Text,
        week_before: Text,
        week_after: Text,
        month_before: Text,
        month_after: Text,
        sessions: Plural,
        day_with: Text,
        more: Text,
        appointments: Plural,
        grid_help: Text,
        holiday: Text,
        holiday_unsure: Text,
        closed: Text,
        regime: Text,
        regime_unsure: Text,
        next_free: Text,
        no_free: Text,
        no_free_way: Text,
        none: Text,
        none_filtered: Text,
        none_that_day: Text,
        without: Text,
        next_with: Text,
        none_later: Text,
        call: Text,
    }
}

section! {
    /// What the calendar can be narrowed to.
    Filters {
        heading: Text,
        all: Text,
        apply: Text,
        clear: Text,
        remove: Text,
        hub: Text,
        theme: Text,
        digital: Text,
        marketing: Text,
        design: Text,
        image: Text,
        part: Text,
        morning: Text,
        afternoon: Text,
        evening: Text,
        language: Text,
        childcare: Text,
        free_only: Text,
    }
}
