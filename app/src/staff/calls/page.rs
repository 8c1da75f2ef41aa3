//! The call list: the oldest request first, each with its number on demand, what came of the
//! call, and the way into a sign-up.

use domain::{desk::CallAnswer, id::CallId};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{AnswerCall, CallToSignUp, ShowCallNumber, ShowCalls, doubts::Doubts};
use crate::{
    ask::ask,
    components::{icon::Icon, loaded::Empty},
    i18n::{fill, t, use_lang},
    public::call::hours_text,
    routes,
    staff::{
        desk_model::{self, Call, Number},
        frame::{SignedInAs, StaffHead, guarded},
        parts::{Notice, NumberLinks, moment_text},
    },
};

/// The call list.
#[component]
pub fn CallsPage() -> impl IntoView {
    let lang = use_lang();
    let page = ask(move || ShowCalls { lang });
    guarded(
        page,
        move || routes::calls(lang),
        |page| {
            view! { <Calls page/> }
        },
    )
}

#[component]
fn Calls(page: desk_model::CallsPage) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().calls;
    let body = if page.calls.is_empty() {
        let back = t(lang).staff().to_today;
        view! {
            <Empty icon=Icon::Call text=texts.none>
                <p class="actions"><a class="button" href=routes::today(lang)>{back}</a></p>
            </Empty>
        }
        .into_any()
    } else {
        let (pools, shown) = (page.pools, page.shown);
        let card = |call: Call| {
            let number = shown.clone().filter(|(id, _)| *id == call.id);
            let number = number.map(|(_, number)| number);
            view! { <CallCard call number pools=pools.clone()/> }
        };
        let cards = page.calls.into_iter().map(card).collect_view();
        view! { <ul class="calls">{cards}</ul> }.into_any()
    };
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me/>
        <h1>{texts.title}</h1>
        <Notice/>
        {body}
        <Doubts doubts=page.doubts more=page.more_doubts/>
    }
}

#[component]
fn CallCard(call: Call, number: Option<Number>, pools: Vec<(String, String)>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let calls = &texts.call().calls;
    let name = call.name.unwrap_or_else(|| calls.somebody.to_owned());
    let asked = fill(calls.asked, &[("when", &moment_text(lang, call.asked))]);
    let about = call.about.as_ref().map(|(_, title)| {
        view! { <p>{fill(calls.about, &[("title", title)])}</p> }
    });
    let last = call.tried.map(|at| format!(" ({})", moment_text(lang, at)));
    let phone = match number {
        Some(number) => view! { <NumberLinks number message=""/> }.into_any(),
        None => view! {
            <form method="post" action=ShowCallNumber::url()>
                <Hidden call=call.id/>
                <button type="submit">{texts.desk().phone.show}</button>
                <p class="hint">{texts.desk().phone.hint}</p>
            </form>
        }
        .into_any(),
    };
    let wanted = call.about.map(|(slug, _)| slug);
    view! {
        <li class="card call" id=routes::call_id(call.id)>
            <h2><bdi>{name}</bdi></h2>
            <p>
                <strong>{hours_text(&texts.call().call, call.hours)}</strong>
                " · "
                <span lang=call.lang.code()>{call.lang.endonym()}</span>
            </p>
            {about}
            <p class="quiet-text">{asked}</p>
            <p class="quiet-text">{calls.tries.of(lang, call.tries)}{last}</p>
            {phone}
            <form class="actions" method="post" action=AnswerCall::url()>
                <Hidden call=call.id/>
                <button type="submit" class="quiet" name="answer" value=CallAnswer::Done.as_str()>
                    {calls.done}
                </button>
                <button
                    type="submit"
                    class="quiet"
                    name="answer"
                    value=CallAnswer::NoAnswer.as_str()
                >
                    {calls.no_answer}
                </button>
            </form>
            <SignUpForm call=call.id pools wanted/>
        </li>
    }
}

#[component]
fn Hidden(call: CallId) -> impl IntoView {
    view! {
        <input type="hidden" name="lang" value=use_lang().code()/>
        <input type="hidden" name="call" value=call.to_string()/>
    }
}

/// For what she is to be signed up: what she was looking at stands first chosen.
#[component]
fn SignUpForm(call: CallId, pools: Vec<(String, String)>, wanted: Option<String>) -> impl IntoView {
    let texts = &t(use_lang()).call().calls;
    let id = format!("seats-{call}");
    let option = |(slug, text): (String, String)| {
        let selected = wanted.as_ref() == Some(&slug);
        view! { <option value=slug selected=selected>{text}</option> }
    };
    let is_empty = pools.is_empty();
    let options = pools.into_iter().map(option).collect_view();
    (!is_empty).then(|| {
        view! {
            <form method="post" action=CallToSignUp::url()>
                <Hidden call/>
                <div class="field">
                    <label for=id.clone()>{texts.sign_up_for}</label>
                    <select id=id name="seats">{options}</select>
                </div>
                <button type="submit">{texts.sign_up}</button>
            </form>
        }
    })
}
