//! The page of one enrolment.

use domain::moment::{long_date, time_range};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::{
    ShowNumber, ShowRecord,
    acts::{Acts, Hidden},
    past::{History, Notes},
};
use crate::{
    ask::ask,
    components::childcare::told_to_staff,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        calls::reason_text,
        consents::RecordConsents,
        desk_model::{self, Answered, Number},
        duplicates::SameWoman,
        frame::{SignedInAs, StaffHead, guarded},
        parts::{Notice, NumberLinks, StandingBadge, age_text, moment_text},
    },
};

/// The enrolment in the address.
#[component]
pub fn RecordPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let page = ask(move || ShowRecord {
        lang,
        enrolment: id(),
    });
    let here = move || {
        let id = params.read_untracked().get("id").unwrap_or_default();
        id.parse()
            .map_or_else(|_| routes::today(lang), |id| routes::record(lang, id))
    };
    guarded(page, here, |page| view! { <Record page/> })
}

#[component]
fn Record(page: desk_model::RecordPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().record;
    let doubt = page.doubt.map(|doubt| {
        view! { <p class="notice">{reason_text(&t(lang).call().doubts, doubt)}</p> }
    });
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me.clone()/>
        <p class="way"><a href=routes::instance(lang, page.instance)>{texts.back}</a></p>
        <h1><bdi>{page.name.clone()}</bdi></h1>
        <Notice/>
        {doubt}
        <SameWoman enrolment=page.id same=page.same.clone()/>
        <Facts page=page.clone()/>
        <Answers answers=page.answers.clone()/>
        <Phone enrolment=page.id number=page.phone.clone()/>
        <Acts page=page.clone()/>
        <RecordConsents enrolment=page.id consents=page.consents/>
        <Notes enrolment=page.id notes=page.notes/>
        <History steps=page.steps repeats=page.repeats/>
    }
}

#[component]
fn Facts(page: desk_model::RecordPage) -> impl IntoView {
    let lang = use_lang();
    let (run, record) = (&t(lang).desk().run, &t(lang).desk().record);
    let when = page.when;
    let age = page.age_band.map(|band| {
        view! { <div><dt>{run.age}</dt><dd>{age_text(lang, band)}</dd></div> }
    });
    let children = page.childcare.map(|claim| {
        let told = told_to_staff(lang, page.standing.status, &claim);
        view! { <div><dt>{t(lang).childcare().column}</dt><dd>{told}</dd></div> }
    });
    let project = page
        .project
        .map(|name| view! { <div><dt>{run.project}</dt><dd>{name}</dd></div> });
    view! {
        <p class="lead">
            {page.title} " · " {page.hub} <br/> {long_date(lang, when.date)} " "
            <bdi class="time">{time_range(when.from, when.to)}</bdi>
        </p>
        <dl class="record-facts">
            <div><dt>{run.status}</dt><dd><StandingBadge standing=page.standing/></dd></div>
            <div><dt>{run.signed_up}</dt><dd>{moment_text(lang, page.signed_up)}</dd></div>
            <div>
                <dt>{record.language}</dt>
                <dd lang=page.lang.code()>{page.lang.endonym()}</dd>
            </div>
            {age}
            {children}
            {project}
        </dl>
    }
}

/// What she answered to the course's questions, in the words in which they were asked.
#[component]
fn Answers(answers: Vec<Answered>) -> impl IntoView {
    if answers.is_empty() {
        return ().into_any();
    }
    let lang = use_lang();
    let texts = t(lang).questions();
    let line = |given: Answered| {
        let changed = given.changed.map(|at| {
            let text = fill(texts.changed, &[("when", &moment_text(lang, at))]);
            view! { " "<span class="quiet-text">{text}</span> }
        });
        view! { <div><dt>{given.question}</dt><dd><bdi>{given.answer}</bdi>{changed}</dd></div> }
    };
    view! {
        <section aria-labelledby="answers">
            <h2 id="answers">{texts.answers}</h2>
            <dl class="record-facts">{answers.into_iter().map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Her number, hidden until someone asks for it.
#[component]
fn Phone(enrolment: domain::id::EnrolmentId, number: Option<Number>) -> impl IntoView {
    let texts = &t(use_lang()).desk().phone;
    let body = match number {
        Some(number) => view! { <NumberLinks number message=""/> }.into_any(),
        None => view! {
            <form method="post" action=ShowNumber::url()>
                <Hidden enrolment/>
                <button type="submit" class="quiet">{texts.show}</button>
                <p class="hint">{texts.hint}</p>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="no-print" aria-labelledby=routes::PHONE>
            <h2 id=routes::PHONE>{texts.heading}</h2>
            {body}
        </section>
    }
}
