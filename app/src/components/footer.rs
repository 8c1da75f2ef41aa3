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
    let common = t(lang).common();
    let list = |hubs: Vec<(HubMark, Phone)>| {
        let each = |(hub, phone)| view! { <li><PhoneBlock hub phone/></li> };
        view! { <ul>{hubs.into_iter().map(each).collect_view()}</ul> }
    };
    view! {
        <footer class="bottom">
            <h2>{common.questions}</h2>
            <p>{common.by_phone}</p>
            <p><a class="call-me" href=routes::call_me(lang, "")>{t(lang).call().call.link}</a></p>
            {as_it_came(move || HubsToCall { lang }, list)}
            <p><a class="back" href=routes::cluster(lang)>{t(lang).cluster().link}</a></p>
        </footer>
    }
}
