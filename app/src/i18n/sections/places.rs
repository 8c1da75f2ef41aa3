//! Texts of the pages of the cluster, its hubs, organisations and projects, and what is said
//! aloud. Their names and descriptions are data and stand in the programme.

use crate::i18n::{Plural, Text};

section! {
    /// A hub, and parts that other pages share with it.
    Hub {
        open_until: Text,
        opens_today: Text,
        opens_on: Text,
        shut: Text,
        hours: Text,
        in_force: Text,
        days: Text,
        unsure: Text,
        sample_hours: Text,
        holidays: Text,
        rooms: Text,
        room_holds: Plural,
        steps: Text,
        courses: Text,
        next: Text,
        next_none: Text,
        all_dates: Text,
        kept_by: Text,
    }
}

section! {
    /// An organisation.
    Organisation {
        role: Text,
        does: Text,
        offers: Text,
        keeps: Text,
    }
}

section! {
    /// A funding project.
    Project {
        what: Text,
        pays: Text,
    }
}

section! {
    /// The cluster.
    Cluster {
        link: Text,
        title: Text,
        description: Text,
        how: Text,
        hubs: Text,
        actors: Text,
        projects: Text,
        history: Text,
        plans: Text,
        joining: Text,
        call: Text,
    }
}

section! {
    /// What is not there, by its kind.
    Missing {
        course: Text,
        session: Text,
        hub: Text,
        organisation: Text,
        project: Text,
        course_text: Text,
        place_text: Text,
    }
}

section! {
    /// What is said aloud, in sentences for hearing.
    Listen {
        start: Text,
        stop: Text,
        no_voice: Text,
        when: Text,
        first_of: Plural,
        place: Text,
        room: Text,
        route: Text,
        bring: Text,
        call: Text,
    }
}
