//! Her enrolments as the private pages show them, and what a phone remembers of them.

use domain::{enrolment::EnrolmentStatus, lang::Lang};
use jiff::Timestamp;
use store::{Conn, calendar, consent, enrolment::MyEnrolment, message};

use super::{
    Site,
    calendar::Shown,
    consents, diary, mine_answers, qr, slots,
    visit::{self, Answer},
};
use crate::{
    access::VisitStore,
    error::AppError,
    public::model::{DonePage, Memory, Mine, MinePage, Seats, Slot, Stage},
    routes,
};

/// All enrolments of the visit, newest first.
pub async fn all(guard: &VisitStore, lang: Lang) -> Result<MinePage, AppError> {
    let shown = shown(guard, lang);
    let held = guard.mine().await?;
    let is_kept = held.iter().any(|mine| is_kept(guard, mine));
    let mut conn = guard.read().await?;
    let mut all = Vec::new();
    for mine in held {
        all.push(shown_to_her(&mut conn, guard.site(), shown, mine).await?);
    }
    Ok(MinePage { all, is_kept })
}

/// The one that was made last.
pub async fn newest(guard: &VisitStore, lang: Lang) -> Result<Option<DonePage>, AppError> {
    let Some(newest) = guard.newest().await? else {
        return Ok(None);
    };
    let memory = memory(guard, &newest);
    let shown = shown(guard, lang);
    let mut conn = guard.read().await?;
    let mine = shown_to_her(&mut conn, guard.site(), shown, newest).await?;
    Ok(Some(DonePage { mine, memory }))
}

/// Lets this phone remember what the visit holds: nothing that is over, and nobody who said
/// with a picture that others use this phone.
pub async fn keep(guard: &VisitStore) -> Result<(), AppError> {
    let held = guard.mine().await?;
    let lasts = |mine: &&MyEnrolment| mine.ends_at > guard.now() && !mine.asks_picture;
    let newest_first = held.iter().filter(lasts).map(|mine| mine.sign_up);
    let mut sign_ups: Vec<_> = newest_first.collect();
    sign_ups.reverse();
    visit::keep(guard.site(), &guard.keys(), &sign_ups);
    Ok(())
}

fn memory(guard: &VisitStore, mine: &MyEnrolment) -> Memory {
    if is_kept(guard, mine) {
        Memory::Kept
    } else if guard.visit().answer == Answer::None && !mine.asks_picture {
        Memory::Unasked
    } else {
        Memory::Nothing
    }
}

fn is_kept(guard: &VisitStore, mine: &MyEnrolment) -> bool {
    guard.visit().lasting.contains(&mine.sign_up)
}

fn shown(guard: &VisitStore, lang: Lang) -> Shown {
    Shown {
        lang,
        now: guard.now(),
    }
}

/// One enrolment with what it is for.
async fn shown_to_her(
    conn: &mut Conn,
    site: &Site,
    shown: Shown,
    mine: MyEnrolment,
) -> Result<Mine, AppError> {
    let page = calendar::seats(conn, &mine.seats_slug)
        .await?
        .ok_or(AppError::Failed)?;
    let mut course = calendar::course(conn, &page.course_slug).await?;
    let others = other_times(conn, site, shown, &mine, &page, course.as_mut()).await?;
    let zone = page.sessions.first().map(|it| it.hub.zone.as_str());
    let told = consent::told_by_link(conn, mine.sign_up).await?;
    let reach = message::reach(conn, mine.sign_up).await?;
    let link = routes::private_link(&site.public_url, &mine.link_token);
    let pool = shown.pool(&page.seats);
    let ended = !mine.status.is_active();
    let is_open = mine_answers::may_change(shown.now, &mine);
    Ok(Mine {
        sign_up: mine.sign_up,
        appointment: shown.appointment(&page, course.as_ref())?,
        status: mine.status,
        place: mine.place,
        childcare: mine.childcare.clone(),
        can_come_without: can_come_without(&mine, shown.now),
        stage: stage(&mine, shown.now),
        again: (ended && pool.seats != Seats::Closed).then_some(pool.slug),
        others,
        reach: (reach.channel, reach.hours),
        asks: !page.questions.is_empty() && is_open,
        is_for_diary: diary::is_for_diary(shown.now, &mine),
        qr: qr::of(&link),
        link,
        consents: consents::answered(told, zone.ok_or(AppError::Failed)?)?,
    })
}

fn can_come_without(mine: &MyEnrolment, now: Timestamp) -> bool {
    let waits = mine.status == EnrolmentStatus::Waitlisted && mine.childcare.is_some();
    waits && !mine.childcare_optional && now < mine.starts_at
}

fn stage(mine: &MyEnrolment, now: Timestamp) -> Stage {
    if now < mine.starts_at {
        Stage::Coming
    } else if mine.ends_at <= now {
        Stage::Over
    } else if mine.absent_until.is_some_and(|until| now < until) {
        Stage::Absent
    } else {
        Stage::Begun
    }
}

/// The free slots that she can take instead of hers, while she has one to give back.
async fn other_times(
    conn: &mut Conn,
    site: &Site,
    shown: Shown,
    mine: &MyEnrolment,
    page: &calendar::EnrolPage,
    course: Option<&mut calendar::Course>,
) -> Result<Vec<Slot>, AppError> {
    let can_swap = mine.status.is_active() && mine.status != EnrolmentStatus::Pending;
    let Some(course) = course.filter(|_| can_swap && mine.starts_at > shown.now) else {
        return Ok(Vec::new());
    };
    let holder = slots::holder(site, &conn.keys());
    slots::note_kept(conn, holder, shown.now, course).await?;
    match slots::run_of(course, page.seats.id) {
        Some(run) => slots::others(shown, run, page.seats.id),
        None => Ok(Vec::new()),
    }
}
