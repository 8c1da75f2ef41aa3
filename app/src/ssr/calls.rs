//! The call list on the server, and the form that fills it.

use domain::{enrolment::CallForm, id::CallId, lang::Lang};
use store::{
    StoreError, calendar, desk as records,
    enrolment::{DOUBTFUL_MAX, Doubtful as Found},
};

use super::{
    assist,
    desk::{moment, number},
    forms::{self, see_other},
    staff::me,
};
use crate::{
    access::{CallAccess, PublicStore, Staff},
    error::AppError,
    forms::Outcome,
    public::model::{CallNotice, CallPage, CallState},
    routes,
    staff::desk_model::{Call, CallsPage, Doubtful, Number, Standing},
};

/// The name of the number that was asked for, for its draft.
const PHONE_FORM: &str = "call-phone";
/// The name of the public form, for its draft.
const CALL_FORM: &str = "call";
/// Longer answers are cut before they travel back in a cookie; no field allows them.
const TYPED_CHARS_MAX: usize = 160;

/// The open requests that she may answer, and what she may sign them up for.
pub async fn page(staff: &Staff, lang: Lang) -> Result<CallsPage, AppError> {
    let zone = staff.home_zone().await?;
    let calls = staff.open_calls().await?;
    let call = |open: &records::OpenCall| {
        let about = open.about.as_ref();
        Ok(Call {
            id: open.id,
            name: open.name.clone(),
            hours: open.hours,
            lang: open.lang,
            about: about.map(|(slug, title)| (slug.clone(), title.get(lang).to_owned())),
            asked: moment(open.asked_at, &zone)?,
            tries: open.tries,
            tried: open.tried_at.map(|at| moment(at, &zone)).transpose()?,
        })
    };
    let mut doubts = staff.doubtful().await?;
    let more_doubts = doubts.len() > DOUBTFUL_MAX;
    doubts.truncate(DOUBTFUL_MAX);
    Ok(CallsPage {
        me: me(staff),
        calls: calls.iter().map(call).collect::<Result<_, AppError>>()?,
        doubts: doubts
            .iter()
            .map(|it| doubtful(it, lang))
            .collect::<Result<_, _>>()?,
        more_doubts,
        pools: pools(staff, lang).await?,
        shown: forms::take(staff.site(), &staff.keys(), PHONE_FORM),
    })
}

fn doubtful(found: &Found, lang: Lang) -> Result<Doubtful, AppError> {
    Ok(Doubtful {
        id: found.id,
        name: found.name.clone(),
        title: found.title.get(lang).to_owned(),
        begins: moment(found.starts_at, &found.zone)?,
        standing: Standing {
            status: found.status,
            place: None,
        },
        doubt: found.doubt,
        sent: moment(found.at, &found.zone)?,
    })
}

/// Every pool of her hubs that is open: its name in addresses, and what it is.
async fn pools(staff: &Staff, lang: Lang) -> Result<Vec<(String, String)>, AppError> {
    let now = staff.now();
    let mut pools = Vec::new();
    for run in staff.runs("", false).await? {
        for pool in run.pools.iter().filter(|pool| pool.closes_at > now) {
            let at = moment(pool.slot_at.unwrap_or(run.starts_at), &run.zone)?;
            let at = crate::staff::parts::moment_text(lang, at);
            pools.push((pool.slug.clone(), format!("{} · {at}", run.title.get(lang))));
        }
    }
    Ok(pools)
}

/// Shows the number of one request on the page that she is sent back to, once.
pub async fn show_phone(access: &CallAccess, lang: Lang) -> Result<Number, AppError> {
    let number = number(&access.show_phone().await?);
    let (staff, call) = (access.staff(), access.id());
    let back = format!("{}#{}", routes::calls(lang), routes::call_id(call));
    let shown: (CallId, Number) = (call, number.clone());
    drop(forms::again(
        staff.site(),
        &staff.keys(),
        PHONE_FORM,
        &back,
        shown,
    ));
    Ok(number)
}

/// Begins an assisted sign-up for someone who asked to be called.
pub async fn sign_up(access: &CallAccess, lang: Lang, seats: &str) -> Result<(), AppError> {
    let staff = access.staff();
    if staff.reaches_seats(seats).await? {
        let (name, phone) = access.caller().await?;
        let state = assist::prefilled(name, phone, access.id().to_string());
        let (form, back) = (assist::form_name(seats), routes::staff_enrol(lang, seats));
        drop(forms::again(
            staff.site(),
            &staff.keys(),
            &form,
            &back,
            state,
        ));
        return Ok(());
    }
    see_other(&routes::calls(lang));
    Ok(())
}

/// The public form, with what was typed before if it came back.
pub async fn form(guard: &PublicStore, lang: Lang, seats: &str) -> Result<CallPage, AppError> {
    let about = match seats {
        "" => None,
        slug => calendar::seats(&mut guard.read().await?, slug).await?,
    };
    Ok(CallPage {
        about: about.map(|page| page.title.get(lang).to_owned()),
        draft: forms::take(guard.site(), &guard.keys(), CALL_FORM),
    })
}

/// What becomes of the public form. Whether the phone had asked before is not told.
pub async fn receive(
    guard: &PublicStore,
    lang: Lang,
    seats: &str,
    form: CallForm,
) -> Result<Outcome<CallState>, AppError> {
    let details = match form.parse() {
        Ok(details) => details,
        Err(faults) => {
            let state = CallState {
                form,
                faults,
                notice: None,
            };
            return Ok(again(guard, lang, seats, state));
        }
    };
    let about = match seats {
        "" => None,
        slug => calendar::seats(&mut guard.read().await?, slug).await?,
    };
    let ask = records::AskForCall {
        details,
        seats: about.map(|page| page.seats.id),
        lang,
        at: guard.now(),
    };
    let notice = match guard.ask_for_call(ask).await {
        Ok(records::AskOutcome::Noted) => return Ok(forms::done(&routes::call_done(lang))),
        Ok(records::AskOutcome::TooMany) => CallNotice::TooMany,
        Err(StoreError::Busy) => CallNotice::Busy,
        Err(error) => return Err(error.into()),
    };
    let state = CallState {
        form,
        faults: Vec::new(),
        notice: Some(notice),
    };
    Ok(again(guard, lang, seats, state))
}

fn again(guard: &PublicStore, lang: Lang, seats: &str, state: CallState) -> Outcome<CallState> {
    let cut = |text: String| text.chars().take(TYPED_CHARS_MAX).collect();
    let form = CallForm {
        given_name: cut(state.form.given_name),
        phone: cut(state.form.phone),
        hours: cut(state.form.hours),
    };
    let back = format!("{}#form", routes::call_me(lang, seats));
    forms::again(
        guard.site(),
        &guard.keys(),
        CALL_FORM,
        &back,
        CallState { form, ..state },
    )
}
