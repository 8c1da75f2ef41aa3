//! The foot of every page: whom to call. Those who pay are named on the pages of what they
//! pay for.

use leptos::prelude::*;

use super::facts::PhoneBlock;
use crate::{
    i18n::{t, use_lang},
    public::home::hubs_to_call,
};

/// The hubs with their phones.
#[component]
pub fn Footer() -> impl IntoView {
    let lang = use_lang();
    let common = &t(lang).common;
    let hubs = Resource::new(|| (), move |()| hubs_to_call(lang));
    let list = move || {
        Suspend::new(async move {
            let hubs = hubs.await.unwrap_or_default();
            let each = |(hub, phone)| view! { <li><PhoneBlock hub phone/></li> };
            view! { <ul>{hubs.into_iter().map(each).collect_view()}</ul> }
        })
    };
    view! {
        <footer class="bottom">
            <h2>{common.questions}</h2>
            <p>{common.by_phone}</p>
            <Transition fallback=|| ()>{list}</Transition>
        </footer>
    }
}
