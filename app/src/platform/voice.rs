//! The phone's voice (Web Speech API), and the listen buttons that ask for it. A button is HTML
//! that says in its attributes what to read (`components::listen`), on whatever page it stands.
//! Only the browser's side has a voice; which phones have one, and for which languages, is known
//! when they tell.

use std::cell::RefCell;

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{
    Element, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, js_sys::Function,
};

use super::listen;

/// A little slower than people talk: these are facts to remember.
const RATE: f32 = 0.9;

thread_local! {
    /// What is being said: Chromium forgets to tell the end of what nobody holds.
    static SAID: RefCell<Vec<SpeechSynthesisUtterance>> = const { RefCell::new(Vec::new()) };
}

/// Serves every listen button of the document, from now on.
pub fn attend() {
    listen("click", |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(button) = target.and_then(|it| it.closest(".listen button").ok().flatten()) {
            tap(&button);
        }
    });
    if let Some(synthesis) = synthesis() {
        // By property, because Safari's synthesis was no event target for years.
        synthesis.set_onvoiceschanged(Some(&function(tell)));
        window().set_onpagehide(Some(&function(hush)));
        tell();
    }
}

/// Shows the buttons if there is a voice for the page, and speaks for whoever asked before.
fn tell() {
    let Some(root) = document().document_element() else {
        return;
    };
    if voice().is_none() {
        let _ = root.remove_attribute("data-voice");
        return;
    }
    let _ = root.set_attribute("data-voice", "");
    if let Ok(Some(button)) = document().query_selector(".listen.asked button") {
        speak(&button);
    }
}

fn tap(button: &Element) {
    let speaks = is_pressed(button);
    hush();
    if !speaks {
        speak(button);
    }
}

fn is_pressed(button: &Element) -> bool {
    button.get_attribute("aria-pressed").as_deref() == Some("true")
}

/// Speaks, or says that there is no voice.
fn speak(button: &Element) {
    let found = voice();
    let no_voice = match found {
        None => button.get_attribute("data-none"),
        Some(_) => None,
    };
    if let Ok(Some(listen)) = button.closest(".listen") {
        let _ = listen
            .class_list()
            .toggle_with_force("asked", no_voice.is_some());
        if let Ok(Some(output)) = listen.query_selector("output") {
            output.set_text_content(no_voice.as_deref());
        }
    }
    if let Some((synthesis, voice)) = found {
        press(button, true);
        say(
            &synthesis,
            &voice,
            &button.get_attribute("data-said").unwrap_or_default(),
        );
    }
}

fn press(button: &Element, pressed: bool) {
    let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    let text = button.get_attribute(if pressed { "data-stop" } else { "data-start" });
    if let Ok(Some(label)) = button.query_selector("span") {
        label.set_text_content(text.as_deref());
    }
}

/// Sentence by sentence: Chromium breaks off what takes longer than a quarter of a minute.
fn say(synthesis: &SpeechSynthesis, voice: &SpeechSynthesisVoice, said: &str) {
    let sentences = said
        .lines()
        .filter_map(|sentence| SpeechSynthesisUtterance::new_with_text(sentence).ok());
    let utterances: Vec<_> = sentences.collect();
    for utterance in &utterances {
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(voice));
        utterance.set_rate(RATE);
        synthesis.speak(utterance);
    }
    if let Some(last) = utterances.last() {
        let ended = function(hush);
        last.set_onend(Some(&ended));
        last.set_onerror(Some(&ended));
    }
    SAID.set(utterances);
}

/// Ends what is being said.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        // An end that comes later belongs to no button any more.
        for utterance in SAID.take() {
            utterance.set_onend(None);
            utterance.set_onerror(None);
        }
        synthesis.cancel();
    }
    while let Ok(Some(button)) = document().query_selector(".listen [aria-pressed=true]") {
        press(&button, false);
    }
}

/// In-app browsers lack it: there the getter gives nothing.
fn synthesis() -> Option<SpeechSynthesis> {
    let found = window().speech_synthesis().ok()?;
    let value: &JsValue = found.as_ref();
    (!value.is_undefined() && !value.is_null()).then_some(found)
}

/// A voice for the page's language, best one that needs no network.
fn voice() -> Option<(SpeechSynthesis, SpeechSynthesisVoice)> {
    let synthesis = synthesis()?;
    let lang = document().document_element()?.get_attribute("lang")?;
    let voices = synthesis.get_voices();
    let voice = voices
        .iter()
        .map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>())
        .filter(|voice| speaks(&voice.lang(), &lang))
        .max_by_key(SpeechSynthesisVoice::local_service)?;
    Some((synthesis, voice))
}

/// Android writes `ar_EG` where others write `ar-EG`.
fn speaks(tag: &str, lang: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    parts
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(lang))
}

fn function(call: impl Fn() + 'static) -> Function {
    Closure::<dyn Fn()>::new(call)
        .into_js_value()
        .unchecked_into()
}
