//! From the desk's records to what its pages show, and what its forms are told.

use domain::{
    id::{EnrolmentId, SeatsId, SessionId},
    lang::Lang,
    phone::PhoneNumber,
    programme::InstanceKind,
};
use jiff::Timestamp;
use store::{
    desk::{self as records, DeskInstance, DeskPool, DeskSession, INSTANCES_MAX, Listed},
    question::Answered,
};

use super::{
    accepts_html,
    answers::Columns,
    calendar::at_hub,
    consents,
    forms::{self, see_other},
    joining,
    staff::me,
};
use crate::{
    access::{self, EnrolmentAccess, InstanceAccess, Staff, rights},
    components::question::text_of,
    error::AppError,
    public::model::When,
    routes,
    staff::desk_model::{
        Answered as Given, Change, Courses, Figures, InstancePage, Look, Moment, Note, Number,
        PhonesPage, Pool, RecordPage, Row, Run, Session, Standing, Step, Target, Why,
    },
};

/// Whoever acts through a form. Signed out meanwhile, she signs in and comes back to its page.
pub async fn acting(lang: Lang, back: &str) -> Result<Staff, AppError> {
    match access::staff(rights::ROLL).await {
        Err(AppError::SignInNeeded) if accepts_html() => {
            see_other(&routes::sign_in_for(lang, back));
            Err(AppError::SignInNeeded)
        }
        staff => staff,
    }
}

/// The list of runs.
pub async fn courses(
    staff: &Staff,
    lang: Lang,
    hub: String,
    past: bool,
) -> Result<Courses, AppError> {
    let hubs = staff.hubs().await?;
    let hubs = hubs
        .into_iter()
        .map(|(slug, name)| (slug, name.get(lang).to_owned()));
    let mut runs = staff.runs(&hub, past).await?;
    let more = runs.len() > INSTANCES_MAX;
    runs.truncate(INSTANCES_MAX);
    let runs = runs.iter().map(|listed| run(listed, lang));
    Ok(Courses {
        me: me(staff),
        hubs: hubs.collect(),
        hub,
        past,
        runs: runs.collect::<Result<_, _>>()?,
        more,
    })
}

fn run(listed: &Listed, lang: Lang) -> Result<Run, AppError> {
    let pools = listed.pools.iter().map(|pool| {
        let slot = pool
            .slot_at
            .map(|at| moment(at, &listed.zone))
            .transpose()?;
        let figures = Figures {
            capacity: pool.capacity,
            taken: pool.taken,
            waiting: pool.waiting,
        };
        Ok((slot, figures))
    });
    Ok(Run {
        id: listed.id,
        title: listed.title.get(lang).to_owned(),
        hub: listed.hub.get(lang).to_owned(),
        from: moment(listed.starts_at, &listed.zone)?.date,
        to: moment(listed.ends_at, &listed.zone)?.date,
        sessions: listed.sessions,
        pools: pools.collect::<Result<_, AppError>>()?,
    })
}

/// One run.
pub async fn instance(access: &InstanceAccess, lang: Lang) -> Result<InstancePage, AppError> {
    let shown = Shown {
        run: access.instance(),
        lang,
        now: access.staff().now(),
    };
    let changes = access.capacity_changes().await?;
    let roster = access.roster().await?;
    let answers = Columns::new(&access.answers().await?, lang);
    let run = shown.run;
    Ok(InstancePage {
        me: me(access.staff()),
        id: run.id,
        title: run.title.get(lang).to_owned(),
        hub: run.hub_name.get(lang).to_owned(),
        pools: collect(&run.pools, |pool| shown.pool(pool))?,
        sessions: collect(&run.sessions, |session| shown.session(session))?,
        changes: collect(&changes, |change| shown.change(change))?,
        roster: collect(&roster, |row| shown.row(row, &answers))?,
        questions: answers.labels(),
    })
}

fn collect<T, U>(
    things: &[T],
    show: impl Fn(&T) -> Result<U, AppError>,
) -> Result<Vec<U>, AppError> {
    things.iter().map(show).collect()
}

/// Shows what belongs to a run, in its hub's time.
struct Shown<'a> {
    run: &'a DeskInstance,
    lang: Lang,
    now: Timestamp,
}

impl Shown<'_> {
    fn moment(&self, at: Timestamp) -> Result<Moment, AppError> {
        moment(at, &self.run.zone)
    }

    fn when(&self, from: Timestamp, to: Timestamp) -> Result<When, AppError> {
        let from = self.moment(from)?;
        Ok(When {
            date: from.date,
            from: from.time,
            to: self.moment(to)?.time,
        })
    }

    fn pool(&self, pool: &DeskPool) -> Result<Pool, AppError> {
        let slot = pool.slot.and_then(|slot| self.session_of(slot));
        let slot = slot.map(|session| self.when(session.starts_at, session.ends_at));
        let rooms = self.run.sessions.iter();
        let rooms = rooms.filter(|session| pool.slot.is_none_or(|slot| slot == session.id));
        let childcare = pool.childcare.iter();
        Ok(Pool {
            id: pool.id,
            slug: pool.slug.clone(),
            slot: slot.transpose()?,
            figures: Figures {
                capacity: pool.capacity,
                taken: pool.taken,
                waiting: pool.waiting,
            },
            room_holds: rooms
                .map(|session| session.room_capacity)
                .min()
                .unwrap_or(0),
            closes: self.moment(pool.closes_at)?,
            is_closed: pool.closes_at <= self.now,
            childcare: childcare
                .map(|places| (places.band.clone(), places.taken, places.capacity))
                .collect(),
        })
    }

    fn session_of(&self, id: SessionId) -> Option<&DeskSession> {
        self.run.sessions.iter().find(|session| session.id == id)
    }

    /// When a slot begins; nothing in a run that is booked whole.
    fn slot_of(&self, seats: SeatsId) -> Result<Option<Moment>, AppError> {
        let pool = self.run.pools.iter().find(|pool| pool.id == seats);
        let session = pool
            .and_then(|pool| pool.slot)
            .and_then(|slot| self.session_of(slot));
        session.map(|it| self.moment(it.starts_at)).transpose()
    }

    fn session(&self, session: &DeskSession) -> Result<Session, AppError> {
        Ok(Session {
            id: session.id,
            when: self.when(session.starts_at, session.ends_at)?,
            room: session.room.get(self.lang).to_owned(),
        })
    }

    fn change(&self, change: &records::CapacityChange) -> Result<Change, AppError> {
        Ok(Change {
            slot: self.slot_of(change.seats)?,
            before: change.before,
            after: change.after,
            by: name(change.by.as_ref()),
            at: self.moment(change.at)?,
        })
    }

    fn row(&self, row: &records::RosterRow, answers: &Columns) -> Result<Row, AppError> {
        Ok(Row {
            id: row.id,
            name: row.name.clone(),
            slot: self.slot_of(row.seats)?,
            standing: Standing {
                status: row.status,
                place: row.place,
            },
            repeats: row.repeats,
            age_band: row.age_band,
            project: row.project.as_ref().map(|it| it.get(self.lang).to_owned()),
            signed_up: self.moment(row.signed_up_at)?,
            childcare: row.childcare.clone(),
            assisted_by: row.assisted_by.as_ref().map(|it| it.0.clone()),
            notes: row.notes,
            answers: answers.of(row.id),
        })
    }

    fn target(&self, target: &records::MoveTarget) -> Result<Target, AppError> {
        Ok(Target {
            seats: target.seats,
            from: self.moment(target.starts_at)?,
            left: target.left,
            waiting: target.waiting,
        })
    }

    fn answered(&self, answered: &Answered) -> Result<Given, AppError> {
        let question = answered.question.in_lang(self.lang);
        Ok(Given {
            answer: text_of(self.lang, &question, &answered.answer.0),
            question: question.label,
            changed: answered.changed_at.map(|at| self.moment(at)).transpose()?,
        })
    }

    fn note(&self, note: &records::Note) -> Result<Note, AppError> {
        Ok(Note {
            text: note.text.clone(),
            by: name(note.by.as_ref()),
            at: self.moment(note.at)?,
        })
    }

    fn step(&self, step: &records::Step) -> Result<Step, AppError> {
        let tells_slots_apart = self.run.kind == InstanceKind::Slots;
        Ok(Step {
            kind: step.kind,
            slot: tells_slots_apart
                .then(|| self.moment(step.seats_start))
                .transpose()?,
            reason: step.reason.map(|why| match why {
                records::Why::Staff(reason) => Why::Staff(reason),
                records::Why::Hers(reason) => Why::Hers(reason),
            }),
            by: step.by.as_ref().map(|it| it.0.clone()),
            at: self.moment(step.at)?,
        })
    }
}

fn name(colleague: Option<&records::Colleague>) -> String {
    colleague.map(|it| it.0.clone()).unwrap_or_default()
}

/// A moment in a place's wall time.
pub fn moment(at: Timestamp, zone: &str) -> Result<Moment, AppError> {
    let at = at_hub(at, zone)?;
    Ok(Moment {
        date: at.date().into(),
        time: at.time().into(),
    })
}

/// One enrolment.
pub async fn record(access: &EnrolmentAccess, lang: Lang) -> Result<RecordPage, AppError> {
    let (staff, run) = (access.staff(), access.run().instance());
    let shown = Shown {
        run,
        lang,
        now: staff.now(),
    };
    let record = access.record().await?;
    let has_begun = record.starts_at <= shown.now;
    let targets = match record.status.is_active() && !has_begun {
        true => access.move_targets().await?,
        false => Vec::new(),
    };
    Ok(RecordPage {
        me: me(staff),
        id: record.id,
        instance: run.id,
        title: run.title.get(lang).to_owned(),
        hub: run.hub_name.get(lang).to_owned(),
        when: shown.when(record.starts_at, record.ends_at)?,
        standing: Standing {
            status: record.status,
            place: record.place,
        },
        doubt: record.doubt,
        lang: record.lang,
        age_band: record.age_band,
        childcare: record.childcare.clone(),
        project: record.project.as_ref().map(|it| it.get(lang).to_owned()),
        signed_up: shown.moment(record.signed_up_at)?,
        repeats: collect(&record.repeats, |at| shown.moment(*at))?,
        has_begun,
        answers: collect(&access.answers().await?, |it| shown.answered(it))?,
        targets: collect(&targets, |target| shown.target(target))?,
        notes: collect(&access.notes().await?, |note| shown.note(note))?,
        steps: collect(&access.history().await?, |step| shown.step(step))?,
        phone: forms::take(staff.site(), &staff.keys(), &phone_form(record.id)),
        consents: consents::told(access.consents().await?, &run.zone)?,
        same: joining::of_record(access, record.joined_to).await?,
        name: record.name,
    })
}

/// Back to the page of an enrolment, which says what was done.
pub fn back_to_record(lang: Lang, id: EnrolmentId, notice: &str) {
    see_other(&routes::record_with(lang, id, notice));
}

/// Shows her number on the page that she is sent back to, once.
pub async fn show_phone(
    access: &EnrolmentAccess,
    id: EnrolmentId,
    page: &str,
) -> Result<Number, AppError> {
    let number = number(&access.show_phone().await?);
    let staff = access.staff();
    let back = format!("{page}#{}", routes::PHONE);
    // The way of a form that comes back: the number travels sealed, and is read once.
    drop(forms::again(
        staff.site(),
        &staff.keys(),
        &phone_form(id),
        &back,
        number.clone(),
    ));
    Ok(number)
}

/// A number as it is shown.
#[must_use]
pub fn number(phone: &PhoneNumber) -> Number {
    Number {
        shown: phone.national(),
        dialled: phone.as_e164().to_owned(),
    }
}

/// The name of the number that was asked for, for its draft.
#[must_use]
pub fn phone_form(id: EnrolmentId) -> String {
    format!("phone/{id}")
}

/// The looks at numbers.
pub async fn phones(staff: &Staff) -> Result<PhonesPage, AppError> {
    let zone = staff.home_zone().await?;
    let looks = staff.phone_views().await?;
    let look = |view: &records::PhoneView| {
        Ok(Look {
            by: name(view.by.as_ref()),
            whose: view.whose.clone(),
            enrolment: view.enrolment,
            at: moment(view.at, &zone)?,
        })
    };
    Ok(PhonesPage {
        me: me(staff),
        looks: collect(&looks, look)?,
    })
}
