//! My enrolments: see where I stand, cancel.

use domain::{enrolment::EnrolmentStatus, lang::Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    ShowMine, answers::ToAnswers, cancel::CancelForm, diary::ToDiary, keep_link::KeepLink,
    memory::Forget, reach::ReachForm, swap::SwapForm, without::WithoutForm,
};
use crate::{
    components::{
        childcare,
        facts::{Fact, PhoneLink},
        field::NOTICE,
        head::PrivateHead,
        icon::{HubName, Icon},
        listen::Listen,
        session::LongWhen,
    },
    i18n::{Text, fill, mine, t, use_lang},
    public::{
        consent::Consents,
        model::{self, Appointment, Mine, Stage},
    },
    routes,
    still::still,
};

/// My enrolments.
#[component]
pub fn MinePage() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let notice = move || query.read().get("notice").unwrap_or_default();
    let above = move || {
        notice_text(lang, &notice()).map(|text| {
            view! { <p class="notice" id=NOTICE tabindex="-1" role="status">{text}</p> }
        })
    };
    still(
        move || ShowMine { lang },
        move |page| {
            view! {
                <PrivateHead title=t(lang).mine().title/>
                {above()}
                <All page/>
            }
        },
    )
}

fn notice_text(lang: Lang, notice: &str) -> Option<Text> {
    let (texts, consents) = (t(lang).mine(), t(lang).consents());
    match notice {
        "answers" => Some(consents.saved),
        "answers-same" => Some(consents.unsaved),
        "answered" => Some(t(lang).questions().saved),
        "answers-over" => Some(t(lang).questions().over),
        "already" => Some(texts.notice_already),
        "cancelled" => Some(texts.notice_cancelled),
        "excused" => Some(texts.notice_excused),
        "forgotten" => Some(texts.notice_forgotten),
        "reach" => Some(t(lang).reach().saved),
        "present" => Some(texts.notice_present),
        "started" => Some(texts.notice_started),
        "swapped" => Some(texts.notice_swapped),
        "swap-full" => Some(texts.notice_swap_full),
        "swap-childcare" => Some(t(lang).childcare().swap),
        "without-seat" => Some(t(lang).childcare().changed_seat),
        "without-waits" => Some(t(lang).childcare().changed_waits),
        "swap-closed" => Some(texts.notice_swap_closed),
        "unknown" => Some(texts.notice_unknown),
        _ => None,
    }
}

#[component]
fn All(page: model::MinePage) -> impl IntoView {
    let model::MinePage { all, is_kept } = page;
    if all.is_empty() {
        return view! { <NothingHere/> }.into_any();
    }
    let each = move |mine| view! { <One mine/> };
    view! {
        <h1>{t(use_lang()).mine().heading}</h1>
        {all.into_iter().map(each).collect_view()}
        {is_kept.then(|| view! { <Forget/> })}
    }
    .into_any()
}

/// Nothing is open here: the way to open a private link.
#[component]
pub fn NothingHere() -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    view! {
        <section>
            <h1>{texts.mine().none_heading}</h1>
            <p>{texts.mine().none_text}</p>
            <p class="actions">
                <a class="button" href=routes::link(lang)>{texts.mine().open_link}</a>
                <a class="button quiet" href=routes::calendar(lang)>{texts.common().to_calendar}</a>
            </p>
        </section>
    }
}

#[component]
fn One(mine: Mine) -> impl IntoView {
    let texts = t(use_lang()).mine();
    let Mine {
        sign_up,
        appointment,
        status,
        place,
        stage,
        again,
        consents: answers,
        others,
        reach,
        asks,
        is_for_diary,
        can_come_without,
        ..
    } = mine.clone();
    let place = place.map(|place| fill(texts.rank, &[("n", &place.to_string())]));
    let childcare = childcare::told(use_lang(), status, mine.childcare.as_ref());
    let phone = appointment.hub.phone.clone();
    let mut said = vec![format!("{}.", status_text(texts, status))];
    said.extend(childcare.clone());
    said.extend(appointment.said.clone());
    let can_swap = !others.is_empty();
    let form = can_leave(status, stage).then(|| {
        view! { <CancelForm sign_up has_begun=stage == Stage::Begun/> }
    });
    let call_us = (stage == Stage::Begun && status.is_active() && form.is_none())
        .then(|| view! { <p>{texts.started}" "<PhoneLink phone/></p> });
    let absent = (stage == Stage::Absent).then(|| {
        view! { <p class="notice">{t(use_lang()).absence().told}</p> }
    });
    view! {
        <article class="card">
            <div class="page-top">
                <p class="seats">{status_text(texts, status)}</p>
                <Listen said/>
            </div>
            {place.map(|place| view! { <p>{place}</p> })}
            {childcare.map(|told| view! { <p>{told}</p> })}
            <h2>{appointment.title.clone()}</h2>
            <What appointment/>
            {is_for_diary.then(|| view! { <ToDiary sign_up/> })}
            {absent}
            {call_us}
            {can_come_without.then(|| view! { <WithoutForm sign_up/> })}
            {can_swap.then(|| view! { <SwapForm sign_up slots=others/> })}
            {form}
            {asks.then(|| view! { <ToAnswers sign_up/> })}
            {again.map(|seats| view! { <Again seats/> })}
            {(stage != Stage::Over).then(|| view! { <ReachForm sign_up said=reach/> })}
            <details>
                <summary>{texts.private_link}</summary>
                <KeepLink mine/>
            </details>
            <details>
                <summary>{t(use_lang()).consents().answers}</summary>
                <Consents sign_up answers page="mine"/>
            </details>
        </article>
    }
}

/// Whether there is something that she can say no to: after the start only a place of her own.
fn can_leave(status: EnrolmentStatus, stage: Stage) -> bool {
    match stage {
        Stage::Coming => status.is_active(),
        Stage::Begun => status == EnrolmentStatus::Confirmed,
        Stage::Absent | Stage::Over => false,
    }
}

/// Where she stands, in words.
pub fn status_text(texts: &mine::Mine, status: EnrolmentStatus) -> Text {
    match status {
        EnrolmentStatus::Pending => texts.status_pending,
        EnrolmentStatus::Confirmed => texts.status_confirmed,
        EnrolmentStatus::Waitlisted => texts.status_waiting,
        EnrolmentStatus::Offered => texts.status_offered,
        EnrolmentStatus::Cancelled => texts.status_cancelled,
        EnrolmentStatus::Excused => texts.status_excused,
    }
}

/// The way back in, where the form is still open.
#[component]
fn Again(seats: String) -> impl IntoView {
    let lang = use_lang();
    let text = t(lang).mine().again;
    view! {
        <p class="actions">
            <a class="button" href=routes::enrol(lang, &seats)>{text}</a>
        </p>
    }
}

/// What an enrolment is for: times, place and the way there. The title stands above, as a
/// heading of the page's own level.
#[component]
pub fn What(
    /// What it is for.
    appointment: Appointment,
) -> impl IntoView {
    let texts = t(use_lang()).session();
    let lines = appointment.lines.into_iter();
    let lines = lines.map(|line| view! { <li><LongWhen when=line.when/>" · "{line.room}</li> });
    let lines = lines.collect_view();
    let hub = appointment.hub;
    view! {
        <dl class="facts">
            <Fact icon=Icon::Clock name=texts.when><ul>{lines}</ul></Fact>
            <Fact icon=Icon::Pin name=texts.place>
                <HubName hub=hub.mark/>
                <br/>
                {hub.address}
            </Fact>
            <Fact icon=Icon::Route name=texts.route>{appointment.route}</Fact>
        </dl>
    }
}
