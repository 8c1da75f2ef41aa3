//! What can be done with an enrolment: confirm, move, cancel. Each is a plain form; the two
//! that take something away open first and are sent second.

use domain::{desk::CancelReason, enrolment::EnrolmentStatus, id::EnrolmentId, lang::Lang};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{CancelRecord, ConfirmRecord, MoveRecord};
use crate::{
    components::session::seats_text,
    i18n::{Text, desk::Reasons, t, use_lang},
    public::model::Seats,
    staff::{
        desk_model::{RecordPage, Target},
        parts::moment_text,
    },
};

/// The fields that each form carries.
#[component]
pub fn Hidden(
    /// The enrolment.
    enrolment: EnrolmentId,
) -> impl IntoView {
    view! {
        <input type="hidden" name="lang" value=use_lang().code()/>
        <input type="hidden" name="enrolment" value=enrolment.to_string()/>
    }
}

/// What can be done now.
#[component]
pub fn Acts(
    /// The enrolment.
    page: RecordPage,
) -> impl IntoView {
    let texts = &t(use_lang()).desk().record;
    let status = page.standing.status;
    if !status.is_active() {
        return ().into_any();
    }
    let id = page.id;
    let is_first = page.standing.place == Some(1);
    let can_confirm = status == EnrolmentStatus::Pending || is_first;
    let confirm = can_confirm.then(|| {
        view! { <ConfirmForm enrolment=id or_wait=status == EnrolmentStatus::Pending/> }
    });
    let change = if page.has_begun {
        view! { <p class="hint">{texts.has_begun}</p> }.into_any()
    } else {
        view! {
            <MoveForm enrolment=id targets=page.targets/>
            <CancelForm enrolment=id/>
        }
        .into_any()
    };
    view! { <section class="acts no-print">{confirm}{change}</section> }.into_any()
}

#[component]
fn ConfirmForm(enrolment: EnrolmentId, or_wait: bool) -> impl IntoView {
    let texts = &t(use_lang()).desk().record;
    let wait = or_wait.then(|| {
        view! {
            <button type="submit" class="quiet" name="wait" value="yes">
                {texts.confirm_wait}
            </button>
        }
    });
    view! {
        <form class="actions" method="post" action=ConfirmRecord::url()>
            <Hidden enrolment/>
            <button type="submit">{texts.confirm}</button>
            {wait}
        </form>
    }
}

#[component]
fn MoveForm(enrolment: EnrolmentId, targets: Vec<Target>) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().record;
    let body = if targets.is_empty() {
        view! { <p>{texts.relocate_none}</p> }.into_any()
    } else {
        let option = |target: Target| {
            view! { <option value=target.seats.to_string()>{target_text(lang, target)}</option> }
        };
        let options = targets.into_iter().map(option).collect_view();
        view! {
            <form method="post" action=MoveRecord::url()>
                <Hidden enrolment/>
                <div class="field">
                    <label for="to">{texts.relocate_to}</label>
                    <select id="to" name="to">{options}</select>
                </div>
                <div class="field">
                    <label class="tick" for="wait">
                        <input id="wait" name="wait" type="checkbox" value="yes"/>
                        <span>{texts.relocate_wait}</span>
                    </label>
                </div>
                <button type="submit">{texts.relocate_submit}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <details>
            <summary>{texts.relocate}</summary>
            {body}
        </details>
    }
}

fn target_text(lang: Lang, target: Target) -> String {
    let seats = match target.left {
        0 => Seats::Full(target.waiting),
        left => Seats::Left(left),
    };
    format!(
        "{} · {}",
        moment_text(lang, target.from),
        seats_text(lang, seats)
    )
}

#[component]
fn CancelForm(enrolment: EnrolmentId) -> impl IntoView {
    let texts = t(use_lang());
    let record = &texts.desk().record;
    let option = |reason: &CancelReason| {
        let text = reason_text(&texts.desk().reasons, *reason);
        view! { <option value=reason.as_str()>{text}</option> }
    };
    view! {
        <details>
            <summary>{record.cancel}</summary>
            <form method="post" action=CancelRecord::url()>
                <Hidden enrolment/>
                <p>{record.cancel_text}</p>
                <div class="field">
                    <label for="reason">{record.cancel_reason}</label>
                    <select id="reason" name="reason">
                        {CancelReason::ALL.iter().map(option).collect_view()}
                    </select>
                </div>
                <button type="submit" class="alarm">{record.cancel_confirm}</button>
            </form>
        </details>
    }
}

/// Why staff ended an enrolment, in words.
#[must_use]
pub fn reason_text(reasons: &Reasons, reason: CancelReason) -> Text {
    match reason {
        CancelReason::Asked => reasons.asked,
        CancelReason::Unreachable => reasons.unreachable,
        CancelReason::Twice => reasons.twice,
        CancelReason::Mistake => reasons.mistake,
        CancelReason::Other => reasons.other,
    }
}
