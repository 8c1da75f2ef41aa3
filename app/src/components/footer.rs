//! The foot of every page: whom to call. Those who pay are named on the pages of what they
//! pay for.

use leptos::prelude::*;

use super::facts::PhoneBlock;
use crate::{
    i18n::{t, use_lang},
    public::{
        home::HubsToCall,
        model::{HubMark, Phone},
    },
    routes,
    still::as_it_came,
};

/// The hubs with their phones.
#[component]
pub fn Footer() -> impl IntoView {
    let lang = use_lang();
    let question = move || HubsToCall { lang };
    view! {
        <footer class="bottom">
            {as_it_came(question, |hubs| view! { <WhomToCall hubs=hubs.unwrap_or_default()/> })}
        </footer>
    }
}

#[component]
fn WhomToCall(hubs: Vec<(HubMark, Phone)>) -> impl IntoView {
    let lang = use_lang();
    let common = t(lang).common();
    let each = |(hub, phone)| view! { <li><PhoneBlock hub phone/></li> };
    view! {
        <h2>{common.questions}</h2>
        <p>{common.by_phone}</p>
        <p><a class="call-me" href=routes::call_me(lang, "")>{t(lang).call().call.link}</a></p>
        <ul>{hubs.into_iter().map(each).collect_view()}</ul>
        <p><a class="back" href=routes::cluster(lang)>{t(lang).cluster().link}</a></p>
    }
}
