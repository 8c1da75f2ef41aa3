//! After a sign-up at the desk: where she stands, and her private link to send or to print.

use domain::id::{EnrolmentId, SignUpId};
use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;

use super::ShowSignedUp;
use crate::{
    ask::ask,
    i18n::{fill, t, use_lang},
    platform, routes,
    staff::{
        desk_model::{Number, SignedUp},
        frame::{SignedInAs, StaffHead, guarded},
        parts::{NumberLinks, StandingBadge, moment_text},
        record::ShowNumber,
    },
};

/// The sign-up in the address.
#[component]
pub fn SignedUpPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let page = ask(move || ShowSignedUp {
        lang,
        sign_up: id(),
    });
    let here = move || {
        let id = params.read_untracked().get("id").unwrap_or_default();
        id.parse()
            .map_or_else(|_| routes::today(lang), |id| routes::signed_up(lang, id))
    };
    guarded(page, here, |page| view! { <Done page/> })
}

#[component]
fn Done(page: SignedUp) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).call().assist;
    let link = match page.link {
        Some(link) => view! {
            <Link sign_up=page.sign_up enrolment=page.enrolment link number=page.phone/>
        }
        .into_any(),
        None => view! { <p class="hint">{texts.link_gone}</p> }.into_any(),
    };
    let another = page.seats.map(|slug| {
        view! { <a class="button" href=routes::staff_enrol(lang, &slug)>{texts.another}</a> }
    });
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me=page.me/>
        <h1>{texts.done}</h1>
        <p class="lead">
            {page.title}
            " · "
            {page.hub}
            " · "
            {moment_text(lang, page.from)}
        </p>
        <p><StandingBadge standing=page.standing/></p>
        {link}
        <p class="actions">
            {another}
            <a class="button quiet" href=routes::record(lang, page.enrolment)>{texts.see}</a>
        </p>
    }
}

/// Her link in words that name nothing, for her number or for any chat.
#[component]
fn Link(
    sign_up: SignUpId,
    enrolment: EnrolmentId,
    link: String,
    number: Option<Number>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let message = fill(texts.done().message, &[("link", &link)]);
    let send = match number {
        Some(number) => view! { <NumberLinks number message/> }.into_any(),
        None => view! {
            <form class="no-print" method="post" action=ShowNumber::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="enrolment" value=enrolment.to_string()/>
                <input type="hidden" name="sign_up" value=sign_up.to_string()/>
                <button type="submit" class="quiet">{texts.desk().phone.show}</button>
                <p class="hint">{texts.desk().phone.hint}</p>
            </form>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby=routes::PHONE>
            <h2 id=routes::PHONE>{texts.call().assist.link_heading}</h2>
            <p>{texts.call().assist.link_text}</p>
            <p><bdi dir="ltr" class="private-link">{link}</bdi></p>
            {send}
            <p class="actions">
                <button
                    type="button"
                    class="button quiet needs-script"
                    on:click=|_| platform::print()
                >
                    {texts.desk().run.print}
                </button>
            </p>
        </section>
    }
}
