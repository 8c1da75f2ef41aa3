//! Reads funding projects, and courses with their instances and sessions.
//! Where and by whom stands in `places`.

use domain::programme::{
    ChildAgeBand, Childcare, Course, Deadline, FundingProject, Instance, InstanceKind, Logo, Noun,
    Picture, PlannedDay, Session, TeachingLanguage, Theme, Weekday,
};

use super::{fields::Fields, places::word, questions::question, reader::Reader};

const SEATS_MAX: u32 = 10_000;
const WEEKS_MAX: u32 = 104;
/// What reading goes on with when no day could be read.
const STAND_IN: PlannedDay = PlannedDay::Week {
    week: 1,
    weekday: Weekday::Monday,
};

pub(super) fn funding_project(reader: &mut Reader, mut fields: Fields<'_>) -> FundingProject {
    let project = FundingProject {
        slug: fields.slug(reader, Noun::FundingProject),
        name: fields.localised(reader, "name"),
        summary: fields.optional_localised(reader, "summary"),
        statement: fields.localised(reader, "statement"),
        disclaimer: fields.localised(reader, "disclaimer"),
        logos: fields.list(reader, "logo", logo),
    };
    fields.finish_item(reader, Noun::FundingProject, &project.slug);
    project
}

fn logo(reader: &mut Reader, mut fields: Fields<'_>) -> Logo {
    let file = fields.optional(reader, "file", "", |file| Some(file.to_owned()));
    let logo = Logo {
        picture: file.and_then(|file| picture(reader, &fields, file)),
        alt: fields.localised(reader, "alt"),
    };
    fields.finish(reader);
    logo
}

/// The picture of this name, or a fault: a page must never show a broken one.
fn picture(reader: &mut Reader, fields: &Fields<'_>, file: String) -> Option<Picture> {
    match reader.pictures.find(&file) {
        Ok(content) => content.map(|content| Picture { file, content }),
        Err(fault) => {
            fields.fault_at(reader, "file", &fault);
            None
        }
    }
}

pub(super) fn course(reader: &mut Reader, mut fields: Fields<'_>) -> Course {
    let slug = fields.slug(reader, Noun::Course);
    let course = Course {
        questions: fields.list(reader, "question", |reader, fields| {
            question(reader, fields, &slug)
        }),
        hub: fields.text(reader, "hub"),
        organisation: fields.text(reader, "organisation"),
        theme: word(reader, &mut fields, "theme", Theme::ALL, Theme::as_str),
        languages: languages(reader, &mut fields),
        women_only: fields.flag(reader, "women_only"),
        title: fields.localised(reader, "title"),
        summary: fields.localised(reader, "summary"),
        audience: fields.localised(reader, "audience"),
        learns: fields.localised(reader, "learns"),
        bring: fields.localised(reader, "bring"),
        landmark: fields.optional_localised(reader, "landmark"),
        funding_projects: fields.texts(reader, "funding_projects").unwrap_or_default(),
        instances: fields.list(reader, "instance", instance),
        slug,
    };
    fields.finish_item(reader, Noun::Course, &course.slug);
    course
}

fn languages(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<TeachingLanguage> {
    let hint = "a language of teaching: ar, fr or en";
    let languages = fields.texts_parsed(reader, "languages", hint, TeachingLanguage::parse);
    if languages.is_empty() {
        fields.fault_at(
            reader,
            "languages",
            "a course is taught in at least one language",
        );
    }
    languages
}

fn instance(reader: &mut Reader, mut fields: Fields<'_>) -> Instance {
    let instance = Instance {
        slug: fields.slug(reader, Noun::Instance),
        kind: word(
            reader,
            &mut fields,
            "kind",
            InstanceKind::ALL,
            InstanceKind::as_str,
        ),
        seats: fields.number(reader, "seats", SEATS_MAX),
        childcare: childcare(reader, &mut fields),
        closes: deadline(reader, &mut fields),
        is_sample: fields.optional_flag(reader, "sample").unwrap_or(false),
        sessions: fields.list(reader, "session", session),
    };
    fields.finish_item(reader, Noun::Instance, &instance.slug);
    instance
}

fn childcare(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<Childcare> {
    let Some(mut bands) = fields.table(reader, "childcare") else {
        return Vec::new();
    };
    let mut childcare = Vec::new();
    for band in ChildAgeBand::ALL.iter().copied() {
        if let Some(places) = bands.optional_number(reader, band.as_str(), SEATS_MAX) {
            childcare.push(Childcare { band, places });
        }
    }
    bands.finish(reader);
    childcare
}

fn deadline(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<Deadline> {
    let mut closes = fields.table(reader, "closes")?;
    let deadline = Deadline {
        day: day(reader, &mut closes),
        at: closes.time(reader, "at"),
    };
    closes.finish(reader);
    Some(deadline)
}

fn session(reader: &mut Reader, mut fields: Fields<'_>) -> Session {
    let session = Session {
        slug: fields.slug(reader, Noun::Session),
        room: fields.text(reader, "room"),
        day: day(reader, &mut fields),
        start: fields.time(reader, "start"),
        end: fields.time(reader, "end"),
    };
    fields.finish_item(reader, Noun::Session, &session.slug);
    session
}

/// Either `date`, or `week` and `weekday`.
fn day(reader: &mut Reader, fields: &mut Fields<'_>) -> PlannedDay {
    let known = reader.faults.len();
    let date = fields.date(reader, "date");
    let week = fields.optional_number(reader, "week", WEEKS_MAX);
    let weekday = fields.optional(reader, "weekday", "a day such as monday", Weekday::parse);
    match (date, week, weekday) {
        (Some(date), None, None) => PlannedDay::Date(date),
        (None, Some(week @ 1..), Some(weekday)) => PlannedDay::Week {
            week: u16::try_from(week).unwrap_or(u16::MAX),
            weekday,
        },
        _ if reader.faults.len() > known => STAND_IN,
        _ => {
            let text = "give either \"date\", or \"week\" (from 1) and \"weekday\"";
            fields.fault_at(reader, "week", text);
            STAND_IN
        }
    }
}
