//! Reads organisations, hubs with their hours and rooms, and holidays.
//! Courses and what hangs on them stand in `courses`.

use domain::programme::{
    CalendarDay, Cluster, Colour, Holiday, Hours, Hub, Noun, Opening, Organisation, Room, Shape,
    Weekday,
};

use super::{
    fields::{Fields, parse_time},
    reader::Reader,
};

const ROOM_CAPACITY_MAX: u32 = 10_000;
const HOLIDAY_DAYS_MAX: u32 = 14;
const DAY_HINT: &str = "a day such as 05-01 (every year) or 2027-03-09";

pub(super) fn cluster(reader: &mut Reader, mut fields: Fields<'_>) -> Cluster {
    Noun::Cluster.as_str().clone_into(&mut fields.name);
    let cluster = Cluster {
        name: fields.localised(reader, "name"),
        summary: fields.localised(reader, "summary"),
        about: fields.localised(reader, "about"),
        history: fields.localised(reader, "history"),
        plans: fields.localised(reader, "plans"),
        joining: fields.localised(reader, "joining"),
    };
    fields.finish(reader);
    cluster
}

pub(super) fn organisation(reader: &mut Reader, mut fields: Fields<'_>) -> Organisation {
    let organisation = Organisation {
        slug: fields.slug(reader, Noun::Organisation),
        name: fields.localised(reader, "name"),
        role: fields.localised(reader, "role"),
        about: fields.optional_localised(reader, "about"),
    };
    fields.finish_item(reader, Noun::Organisation, &organisation.slug);
    organisation
}

pub(super) fn hub(reader: &mut Reader, mut fields: Fields<'_>) -> Hub {
    let hub = Hub {
        slug: fields.slug(reader, Noun::Hub),
        organisation: fields.text(reader, "organisation"),
        name: fields.localised(reader, "name"),
        summary: fields.localised(reader, "summary"),
        address: fields.localised(reader, "address"),
        landmark: fields.localised(reader, "landmark"),
        phone: fields.text(reader, "phone"),
        phone_is_sample: fields.flag(reader, "phone_is_sample"),
        hours_are_sample: fields.flag(reader, "hours_are_sample"),
        zone: zone(reader, &mut fields),
        colour: word(reader, &mut fields, "colour", Colour::ALL, Colour::as_str),
        shape: word(reader, &mut fields, "shape", Shape::ALL, Shape::as_str),
        hours: fields.list(reader, "hours", hours),
        rooms: fields.list(reader, "room", room),
    };
    fields.finish_item(reader, Noun::Hub, &hub.slug);
    hub
}

/// One word of a closed list that must be there.
pub(super) fn word<T: Copy>(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    key: &'static str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> T {
    let codes: Vec<_> = all.iter().map(|it| code(*it)).collect();
    let hint = format!("one of {}", codes.join(", "));
    let parse = |text: &str| all.iter().copied().find(|it| code(*it) == text);
    fields.parsed(reader, key, &hint, all[0], parse)
}

fn zone(reader: &mut Reader, fields: &mut Fields<'_>) -> String {
    let parse = |text: &str| jiff::tz::TimeZone::get(text).ok().map(|_| text.to_owned());
    fields.parsed(
        reader,
        "zone",
        "a time zone such as Africa/Tunis",
        String::new(),
        parse,
    )
}

fn hours(reader: &mut Reader, mut fields: Fields<'_>) -> Hours {
    let name = fields.localised(reader, "name");
    let from = fields.optional(reader, "from", DAY_HINT, CalendarDay::parse);
    let until = fields.optional(reader, "until", DAY_HINT, CalendarDay::parse);
    if from.is_some() != until.is_some() {
        fields.fault_at(reader, "from", "\"from\" and \"until\" belong together");
    }
    let to_be_confirmed = fields
        .optional_flag(reader, "to_be_confirmed")
        .unwrap_or(false);
    let mut openings = Vec::new();
    for weekday in Weekday::ALL.iter().copied() {
        let hint = "a time span such as 08:30-12:30";
        for (from, to) in fields.texts_parsed(reader, weekday.as_str(), hint, parse_span) {
            openings.push(Opening { weekday, from, to });
            if to <= from {
                let text = format!("{} closes at {to}, not after {from}", weekday.as_str());
                fields.fault_at(reader, weekday.as_str(), &text);
            }
        }
    }
    fields.finish(reader);
    Hours {
        name,
        days: from.zip(until),
        to_be_confirmed,
        openings,
    }
}

fn parse_span(text: &str) -> Option<(domain::moment::WallTime, domain::moment::WallTime)> {
    let (from, to) = text.split_once('-')?;
    Some((parse_time(from.trim())?, parse_time(to.trim())?))
}

fn room(reader: &mut Reader, mut fields: Fields<'_>) -> Room {
    let room = Room {
        slug: fields.slug(reader, Noun::Room),
        name: fields.localised(reader, "name"),
        access: fields.localised(reader, "access"),
        capacity: fields.number(reader, "capacity", ROOM_CAPACITY_MAX),
        step_free: fields.flag(reader, "step_free"),
        is_sample: fields.optional_flag(reader, "sample").unwrap_or(false),
    };
    fields.finish_item(reader, Noun::Room, &room.slug);
    room
}

pub(super) fn holiday(reader: &mut Reader, mut fields: Fields<'_>) -> Holiday {
    let holiday = Holiday {
        slug: fields.slug(reader, Noun::Holiday),
        day: fields.parsed(
            reader,
            "date",
            DAY_HINT,
            CalendarDay::EveryYear { month: 1, day: 1 },
            CalendarDay::parse,
        ),
        days: days(reader, &mut fields),
        name: fields.localised(reader, "name"),
        to_be_confirmed: fields
            .optional_flag(reader, "to_be_confirmed")
            .unwrap_or(false),
    };
    fields.finish_item(reader, Noun::Holiday, &holiday.slug);
    holiday
}

fn days(reader: &mut Reader, fields: &mut Fields<'_>) -> u8 {
    let days = fields
        .optional_number(reader, "days", HOLIDAY_DAYS_MAX)
        .unwrap_or(1);
    if days == 0 {
        fields.fault_at(reader, "days", "a holiday lasts at least one day");
    }
    u8::try_from(days).unwrap_or(1)
}
