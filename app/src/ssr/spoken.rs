//! What a page says aloud: its main points in sentences made for hearing, short and without
//! signs. Made here and not in the browser, which only hands them to the phone's voice.

use domain::{
    lang::Lang,
    moment::{long_date, spoken_time},
};

use crate::{
    components::session::seats_text,
    i18n::{fill, t},
    public::model::{About, Appointment, Instance, Room, SessionCard, SessionLine, When},
};

/// A session: what, when, where, how to get there, what to bring, how many places are left.
#[must_use]
pub fn session(lang: Lang, card: &SessionCard, about: &About, room: Option<&Room>) -> Vec<String> {
    let mut said = vec![sentence(&card.title), when(lang, card.when)];
    said.push(place(lang, about));
    said.extend(room.map(|room| in_room(lang, room)));
    said.push(route(lang, &about.route));
    said.extend(bring(lang, &about.bring));
    said.extend(women_only(lang, about.women_only));
    said.push(match card.is_over {
        true => sentence(t(lang).session().over),
        false => sentence(&seats_text(lang, card.pool.seats)),
    });
    said.push(t(lang).listen().call.to_owned());
    said
}

/// A course: what it is, for whom, what one learns, its next run, where, what to bring.
#[must_use]
pub fn course(
    lang: Lang,
    about: &About,
    audience: &str,
    learns: &[String],
    next: Option<&Instance>,
) -> Vec<String> {
    let course = t(lang).course();
    let mut said = vec![sentence(&about.title), about.summary.clone()];
    said.push(format!("{}: {}", course.for_whom, sentence(audience)));
    said.push(format!("{}: {}", course.learns, listed(lang, learns)));
    match next {
        Some(run) => said.extend(lines(lang, &run.lines)),
        None => said.push(course.no_dates.to_owned()),
    }
    said.extend(next.and_then(|run| run.whole.as_ref()).map(|pool| {
        let left = seats_text(lang, pool.seats);
        sentence(&left)
    }));
    said.push(place(lang, about));
    said.push(route(lang, &about.route));
    said.extend(bring(lang, &about.bring));
    said.extend(women_only(lang, about.women_only));
    said.push(t(lang).listen().call.to_owned());
    said
}

/// What she signs up for, or has signed up for.
#[must_use]
pub fn appointment(lang: Lang, appointment: &Appointment) -> Vec<String> {
    let mut said = vec![sentence(&appointment.title)];
    said.extend(lines(lang, &appointment.lines));
    let hub = &appointment.hub;
    let place = [("hub", &*hub.mark.name), ("address", &hub.address)];
    said.push(fill(t(lang).listen().place, &place));
    said.push(route(lang, &appointment.route));
    said.extend(bring(lang, &appointment.bring));
    said
}

/// How many sessions, and when the next of them is.
fn lines(lang: Lang, lines: &[SessionLine]) -> Vec<String> {
    let ahead: Vec<_> = lines.iter().filter(|line| !line.is_over).collect();
    let count = u64::try_from(ahead.len()).unwrap_or_default();
    let mut said = vec![t(lang).listen().first_of.of(lang, count)];
    said.extend(ahead.first().map(|line| when(lang, line.when)));
    said
}

fn when(lang: Lang, when: When) -> String {
    fill(
        t(lang).listen().when,
        &[
            ("day", &long_date(lang, when.date)),
            ("from", &spoken_time(lang, when.from)),
            ("to", &spoken_time(lang, when.to)),
        ],
    )
}

fn place(lang: Lang, about: &About) -> String {
    let hub = &about.hub;
    let values = [("hub", &*hub.mark.name), ("address", &hub.address)];
    fill(t(lang).listen().place, &values)
}

fn in_room(lang: Lang, room: &Room) -> String {
    let values = [("room", &*room.name), ("access", &room.access)];
    fill(t(lang).listen().room, &values)
}

fn route(lang: Lang, route: &str) -> String {
    fill(t(lang).listen().route, &[("route", route)])
}

fn bring(lang: Lang, things: &[String]) -> Option<String> {
    let things = (!things.is_empty()).then(|| things.join(comma(lang)))?;
    Some(fill(t(lang).listen().bring, &[("things", &things)]))
}

fn women_only(lang: Lang, women_only: bool) -> Option<String> {
    women_only.then(|| sentence(t(lang).session().women_only))
}

fn listed(lang: Lang, points: &[String]) -> String {
    sentence(&points.join(comma(lang)))
}

fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "، ",
        Lang::Fr | Lang::En => ", ",
    }
}

/// With a full stop, at which a voice lowers itself and pauses.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '؟', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
