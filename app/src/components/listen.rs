//! The button that lets the phone read the page's main points, for those who read little.
//! The sentences are made on the server; what a touch does, and voices, are the platform's.

use leptos::prelude::*;

use super::icon::{Icon, Pictogram};
use crate::i18n::{t, use_lang};

/// "Listen", where the phone has a voice for the page's language; "stop" while it speaks.
///
/// It is HTML that says all it needs in its attributes, so it works on still pages too. Its room
/// is kept from the start, so that nothing moves when it appears. Where data are dear the page is
/// not live yet and nobody knows of voices: there it is shown at once, the first touch wakes the
/// page (`data-live`), and if there is no voice it says so.
#[component]
pub fn Listen(
    /// What to say, sentence by sentence.
    said: Vec<String>,
) -> impl IntoView {
    let texts = t(use_lang()).listen();
    (!said.is_empty()).then(|| {
        view! {
            <div class="listen">
                <button
                    type="button"
                    class="button quiet"
                    aria-pressed="false"
                    data-live="listen"
                    data-said=said.join("\n")
                    data-start=texts.start
                    data-stop=texts.stop
                    data-none=texts.no_voice
                >
                    <Pictogram icon=Icon::Listen/>
                    <span>{texts.start}</span>
                </button>
                <output class="quiet-text"></output>
            </div>
        }
    })
}
