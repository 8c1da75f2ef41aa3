//! What must hold in a programme before it can be kept, without regard to lines of a file.
//! Shape and spelling (missing texts, unknown keys) are the reader's.

use crate::moment::WallDate;

use super::{Course, Hub, Instance, InstanceKind, Noun, PlannedDay, Programme, Session, Stay};

/// One contradiction, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFault {
    /// Of which noun.
    pub noun: Noun,
    /// Which one.
    pub slug: String,
    /// The key in the file whose value contradicts.
    pub key: &'static str,
    /// What is wrong, for the person who keeps the file.
    pub text: String,
}

/// Every contradiction. An empty reference is not one: the reader has said that it is missing.
pub(super) fn faults(programme: &Programme) -> Vec<RuleFault> {
    let mut faults = Faults(Vec::new());
    for hub in &programme.hubs {
        hub_faults(programme, hub, &mut faults);
    }
    for course in &programme.courses {
        course_faults(programme, course, &mut faults);
        faults.0.extend(super::question::faults(course));
    }
    for (course, instance) in programme.instances() {
        instance_faults(programme, instance, &mut faults);
        for session in &instance.sessions {
            session_faults(instance, session, &mut faults);
            room_faults(programme, course, instance, session, &mut faults);
        }
    }
    double_bookings(programme, &mut faults);
    faults.0
}

struct Faults(Vec<RuleFault>);

impl Faults {
    fn add(&mut self, noun: Noun, slug: &str, key: &'static str, text: String) {
        self.0.push(RuleFault {
            noun,
            slug: slug.to_owned(),
            key,
            text,
        });
    }
}

fn is_missing(slug: &str, known: bool) -> bool {
    !slug.is_empty() && !known
}

fn knows_organisation(programme: &Programme, slug: &str) -> bool {
    programme.organisations.iter().any(|it| it.slug == slug)
}

fn hub_faults(programme: &Programme, hub: &Hub, faults: &mut Faults) {
    let organisation = &hub.organisation;
    if is_missing(organisation, knows_organisation(programme, organisation)) {
        let text = format!("organisation \"{organisation}\" does not exist");
        faults.add(Noun::Hub, &hub.slug, "organisation", text);
    }
}

fn course_faults(programme: &Programme, course: &Course, faults: &mut Faults) {
    let mut add = |key, text| faults.add(Noun::Course, &course.slug, key, text);
    if is_missing(&course.hub, programme.hub(&course.hub).is_some()) {
        add("hub", format!("hub \"{}\" does not exist", course.hub));
    }
    let organisation = &course.organisation;
    if is_missing(organisation, knows_organisation(programme, organisation)) {
        add(
            "organisation",
            format!("organisation \"{organisation}\" does not exist"),
        );
    }
    for project in &course.funding_projects {
        let known = programme
            .funding_projects
            .iter()
            .any(|it| it.slug == *project);
        if is_missing(project, known) {
            add(
                "funding_projects",
                format!("funding project \"{project}\" does not exist"),
            );
        }
    }
}

fn instance_faults(programme: &Programme, instance: &Instance, faults: &mut Faults) {
    let mut add = |key, text| faults.add(Noun::Instance, &instance.slug, key, text);
    if instance.seats == 0 {
        add("seats", "an instance needs at least one seat".to_owned());
    }
    if instance.sessions.is_empty() {
        add(
            "session",
            "an instance needs at least one session".to_owned(),
        );
    }
    let counted = instance
        .closes
        .is_some_and(|closes| closes.day.is_counted());
    if counted && !instance.is_sample {
        add(
            "closes",
            "only a sample counts its days in weeks: give a date".to_owned(),
        );
    }
    let slug = &instance.slug;
    if instance.kind == InstanceKind::Whole
        && programme
            .sessions()
            .any(|(_, of, session)| of.kind == InstanceKind::Slots && session.slug == *slug)
    {
        add(
            "slug",
            "a slot has the same slug: both would have one enrol page".to_owned(),
        );
    }
}

fn session_faults(instance: &Instance, session: &Session, faults: &mut Faults) {
    let mut add = |key, text| faults.add(Noun::Session, &session.slug, key, text);
    let (start, end) = (session.start, session.end);
    if end <= start {
        add(
            "end",
            format!("ends at {end}, not after its start at {start}"),
        );
    }
    if session.day.is_counted() && !instance.is_sample {
        let text = "only a sample counts its days in weeks: give a date, or sample = true";
        add("week", text.to_owned());
    }
}

fn room_faults(
    programme: &Programme,
    course: &Course,
    instance: &Instance,
    session: &Session,
    faults: &mut Faults,
) {
    let slug = &session.room;
    let mut add = |text| faults.add(Noun::Session, &session.slug, "room", text);
    let Some((hub, room)) = programme.rooms().find(|(_, room)| room.slug == *slug) else {
        if is_missing(slug, false) {
            add(format!("room \"{slug}\" does not exist"));
        }
        return;
    };
    // A course whose hub does not exist has been told already.
    if hub.slug != course.hub && programme.hub(&course.hub).is_some() {
        add(format!("room \"{slug}\" is not in hub \"{}\"", course.hub));
    }
    if instance.seats > room.capacity && room.capacity > 0 {
        add(format!(
            "{} seats, but room \"{slug}\" holds {}",
            instance.seats, room.capacity
        ));
    }
}

/// Two sessions that want one room at one time. Weeks and dates are only compared with their
/// like: which date a week means is known when the file is imported.
fn double_bookings(programme: &Programme, faults: &mut Faults) {
    let mut dated: Vec<(Stay, &Session)> = Vec::new();
    let mut counted: Vec<(Stay, &Session)> = Vec::new();
    for (_, _, session) in programme.sessions() {
        let like = if session.day.is_counted() {
            &mut counted
        } else {
            &mut dated
        };
        let stay = stay(session);
        if let Some((_, other)) = like.iter().find(|(other, _)| other.clashes(&stay)) {
            let text = format!(
                "session \"{}\" has room \"{}\" then",
                other.slug, session.room
            );
            faults.add(Noun::Session, &session.slug, "room", text);
        }
        like.push((stay, session));
    }
}

/// The stay of a session, weeks being counted from any one Monday.
fn stay(session: &Session) -> Stay {
    let any_monday = WallDate {
        year: 2024,
        month: 1,
        day: 1,
    };
    let date = match session.day {
        PlannedDay::Date(date) => date,
        week => week.date(any_monday),
    };
    Stay {
        room: session.room.clone(),
        date,
        start: session.start,
        end: session.end,
    }
}
