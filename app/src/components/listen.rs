//! The button that lets the phone read the page's main points, for those who read little.
//! The sentences are made on the server; voices are the platform's.

use leptos::prelude::*;

use super::icon::{Icon, Pictogram};
use crate::{
    i18n::{t, use_lang},
    platform,
};

/// "Listen", where the phone has a voice for the page's language; "stop" while it speaks.
///
/// Its room is kept from the start, so that nothing moves when it appears. Where data are dear
/// the page is not live yet and nobody knows of voices: there it is shown at once, the first
/// touch wakes the page (`data-live`), and if there is no voice it says so.
#[component]
pub fn Listen(
    /// What to say.
    said: Vec<String>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).listen;
    let has_voice = RwSignal::new(false);
    let asked = RwSignal::new(false);
    let speaks = RwSignal::new(false);
    let said = StoredValue::new(said);
    if said.with_value(Vec::is_empty) {
        return ().into_any();
    }
    let speak = move || {
        speaks.set(true);
        said.with_value(|said| {
            platform::say(lang, said, move || {
                let _ = speaks.try_set(false);
            })
        });
    };
    Effect::new(move |_| {
        platform::on_voice(lang, move |found| {
            // The page may be gone: the phone goes on telling.
            let is_here = has_voice.try_set(found).is_none();
            // She asked before the phone had told its voices.
            if is_here && found && asked.get_untracked() {
                asked.set(false);
                speak();
            }
            is_here
        });
    });
    on_cleanup(platform::hush);
    let tap = move |_| match (speaks.get_untracked(), has_voice.get_untracked()) {
        (true, _) => {
            speaks.set(false);
            platform::hush();
        }
        (false, true) => speak(),
        (false, false) => asked.set(true),
    };
    view! {
        <div class="listen" class:ready=has_voice class:asked=asked>
            <button
                type="button"
                class="button quiet"
                data-live="listen"
                aria-pressed=move || speaks.get().to_string()
                on:click=tap
            >
                <Pictogram icon=Icon::Listen/>
                {move || if speaks.get() { texts.stop } else { texts.start }}
            </button>
            <output class="quiet-text">
                {move || asked.get().then_some(texts.no_voice)}
            </output>
        </div>
    }
    .into_any()
}
