//! From the staff's records to what their pages show, and what becomes of a sign-in.

use domain::{
    email::EmailAddress,
    id::EnrolmentId,
    lang::Lang,
    mark::{Cell, Mark, MarkStatus, Source},
    moment::WallDate,
};
use jiff::{SignedDuration, Timestamp};
use store::{
    StoreError,
    account::Verdict,
    mark::{self as records, StaffSession},
};

use super::{
    calendar::{at_hub, day_at, start_of},
    forms, password,
};
use crate::{
    access::{Door, SessionAccess, Staff, new_mark_id, rights},
    error::AppError,
    forms::Outcome,
    public::model::When,
    routes,
    staff::model::{
        Day, DaySession, Flag, LastMark, Me, RollCell, RollPage, RollRow, SignInFault, SignInState,
        Voice,
    },
};

/// The name of the sign-in form, for its draft.
pub const SIGN_IN_FORM: &str = "staff/sign-in";
/// Longer addresses are cut before they travel back in a cookie; none is so long.
const EMAIL_CHARS_MAX: usize = 254;
/// Where no hub says its zone, there is nothing to show either.
const ZONE_WITHOUT_HUBS: &str = "UTC";

/// A sign-in as it was sent.
pub struct SignIn {
    /// The language of the page.
    pub lang: Lang,
    /// The address as typed.
    pub email: String,
    /// The password as typed.
    pub password: String,
    /// Where to go then.
    pub back: String,
}

impl SignIn {
    /// Signs her in and leads her on, or brings the form back.
    pub async fn receive(self, door: &Door) -> Result<Outcome<SignInState>, AppError> {
        let back = routes::back_or_today(self.lang, &self.back);
        match self.fault(door).await? {
            None => Ok(forms::done(&back)),
            Some(fault) => {
                let form = routes::sign_in_for(self.lang, &back);
                let email = self.email.chars().take(EMAIL_CHARS_MAX).collect();
                let state = SignInState { email, fault };
                Ok(forms::again(
                    door.site(),
                    &door.keys(),
                    SIGN_IN_FORM,
                    &form,
                    state,
                ))
            }
        }
    }

    async fn fault(&self, door: &Door) -> Result<Option<SignInFault>, AppError> {
        if self.email.trim().is_empty() {
            return Ok(Some(SignInFault::EmailMissing));
        }
        if self.password.is_empty() {
            return Ok(Some(SignInFault::PasswordMissing));
        }
        let Ok(email) = EmailAddress::parse(&self.email) else {
            return Ok(Some(SignInFault::Wrong));
        };
        match door.attempt(email).await {
            Ok(Verdict::Paused(until)) => Ok(Some(paused(door.now(), until))),
            Ok(Verdict::Compare(passport)) => {
                let password = self.password.clone();
                let fits = password::fits(password, passport.password_hash()).await?;
                let open = fits && door.open(passport).await?;
                Ok((!open).then_some(SignInFault::Wrong))
            }
            Err(StoreError::Busy) => Ok(Some(SignInFault::Busy)),
            Err(error) => Err(error.into()),
        }
    }
}

fn paused(now: Timestamp, until: Timestamp) -> SignInFault {
    let seconds = until.duration_since(now).as_secs().max(1);
    SignInFault::Paused(u32::try_from((seconds + 59) / 60).unwrap_or(u32::MAX))
}

/// The sessions of the day of this name, or of today where the name is none.
pub async fn day(staff: &Staff, lang: Lang, name: &str) -> Result<Day, AppError> {
    let zones = staff.zones().await?;
    let home = zones.first().map_or(ZONE_WITHOUT_HUBS, String::as_str);
    let today = day_at(staff.now(), home)?;
    let date = WallDate::parse(name).unwrap_or(today);
    let mut found = Vec::new();
    for zone in &zones {
        let (from, to) = (start_of(date, zone)?, start_of(date.plus_days(1), zone)?);
        found.extend(staff.sessions_between(zone, from, to).await?);
    }
    found.sort_by_key(|session| (session.starts_at, session.id));
    let sessions = found
        .iter()
        .map(|session| shown(session, lang, staff.now()))
        .collect::<Result<_, _>>()?;
    let me = me(staff);
    let messages = match me.may_see_rolls {
        true => Some(staff.waiting_messages().await?),
        false => None,
    };
    Ok(Day {
        me,
        date,
        is_today: date == today,
        sessions,
        messages,
    })
}

/// The roll of a session.
pub async fn roll(access: &SessionAccess, lang: Lang) -> Result<RollPage, AppError> {
    let sheet = access.sheet().await?;
    let desk = Desk::new(access, &sheet.session);
    let rows = sheet
        .rows
        .into_iter()
        .map(|row| desk.row(row))
        .collect::<Result<_, _>>()?;
    Ok(RollPage {
        me: me(access.staff()),
        session: shown(&sheet.session, lang, access.staff().now())?,
        rows,
    })
}

/// One row of it.
pub async fn cell(access: &SessionAccess, enrolment: EnrolmentId) -> Result<RollCell, AppError> {
    let session = access.session().await?;
    let cell = access.cell(enrolment).await?;
    Desk::new(access, &session).cell(cell.as_ref())
}

/// Who looks at a page.
pub fn me(staff: &Staff) -> Me {
    let may_see_rolls = rights::ROLL.contains(&staff.role());
    Me {
        name: staff.name().to_owned(),
        may_see_rolls,
        may_oversee: rights::OVERSIGHT.contains(&staff.role()),
    }
}

fn shown(session: &StaffSession, lang: Lang, now: Timestamp) -> Result<DaySession, AppError> {
    let from = at_hub(session.starts_at, &session.zone)?;
    let to = at_hub(session.ends_at, &session.zone)?;
    let open = Some(session.seats.clone()).filter(|(_, closes_at)| *closes_at > now);
    Ok(DaySession {
        id: session.id,
        instance: session.instance,
        seats: open.map(|(slug, _)| slug),
        title: session.title.get(lang).to_owned(),
        hub: session.hub_name.get(lang).to_owned(),
        room: session.room.get(lang).to_owned(),
        when: When {
            date: from.date().into(),
            from: from.time().into(),
            to: to.time().into(),
        },
        enrolled: session.enrolled,
    })
}

/// Shows rows as the one who asks sees them, in the hub's time.
struct Desk<'a> {
    access: &'a SessionAccess,
    zone: &'a str,
}

impl<'a> Desk<'a> {
    fn new(access: &'a SessionAccess, session: &'a StaffSession) -> Self {
        Self {
            access,
            zone: &session.zone,
        }
    }

    fn row(&self, row: records::Row) -> Result<RollRow, AppError> {
        let flag = row.flag.map(|flag| match flag {
            records::Flag::Cancelled => Flag::Cancelled,
            records::Flag::NotConfirmed => Flag::NotConfirmed,
            records::Flag::Unknown => Flag::Unknown,
        });
        let cell = self.cell(row.cell.as_ref())?;
        Ok(RollRow {
            enrolment: row.enrolment,
            name: row.name,
            photos: row.photos,
            childcare: row.childcare,
            flag,
            cell,
        })
    }

    fn cell(&self, cell: Option<&Cell>) -> Result<RollCell, AppError> {
        let last = cell.and_then(|cell| cell.marks().max_by_key(|mark| mark.corrected_at()));
        Ok(RollCell {
            status: cell.map_or(MarkStatus::Unmarked, |cell| cell.status),
            version: cell.map_or(0, |cell| cell.version),
            next: new_mark_id(self.access.staff().now()),
            last: last.map(|mark| self.last(mark)).transpose()?,
            contradicting: cell.map(contradicting).unwrap_or_default(),
        })
    }

    fn last(&self, mark: &Mark) -> Result<LastMark, AppError> {
        let at = Timestamp::UNIX_EPOCH
            .checked_add(SignedDuration::from_micros(mark.corrected_at()))
            .map_err(|_| AppError::Failed)?;
        let at = at_hub(at, self.zone)?;
        let by = match mark.source {
            Source::SelfCheckIn => Voice::Participant,
            _ if mark.author == self.access.author().account.0 => Voice::Me,
            _ => Voice::Colleague,
        };
        Ok(LastMark {
            date: at.date().into(),
            time: at.time().into(),
            by,
        })
    }
}

/// What people say against each other, each statement once.
fn contradicting(cell: &Cell) -> Vec<MarkStatus> {
    let mut said = Vec::new();
    for mark in cell.disagreement.iter().flat_map(|open| &open.marks) {
        if !said.contains(&mark.status) {
            said.push(mark.status);
        }
    }
    said
}
