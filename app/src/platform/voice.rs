//! The phone's voice (Web Speech API). Only the browser's side has one; which phones have it,
//! and in which languages, is known when they tell.

use std::cell::RefCell;

use domain::lang::Lang;
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, js_sys::Function};

/// A little slower than people talk: these are facts to remember.
const RATE: f32 = 0.9;

thread_local! {
    /// What is being said: Chromium forgets to tell the end of what nobody holds.
    static SAID: RefCell<Vec<SpeechSynthesisUtterance>> = const { RefCell::new(Vec::new()) };
    /// Who wants to hear of voices: a page may have several buttons.
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
    /// Tells them all.
    static TELL: Function = function(tell);
}

/// Hears whether there is a voice of its language, and says whether it is still there itself.
type Listener = (Lang, Box<dyn Fn(bool) -> bool>);

/// In-app browsers lack it: there the getter gives nothing.
fn synthesis() -> Option<SpeechSynthesis> {
    let found = window().speech_synthesis().ok()?;
    let value: &JsValue = found.as_ref();
    (!value.is_undefined() && !value.is_null()).then_some(found)
}

/// A voice for the language, best one that needs no network.
fn voice(synthesis: &SpeechSynthesis, lang: Lang) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    voices
        .iter()
        .map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>())
        .filter(|voice| speaks(&voice.lang(), lang))
        .max_by_key(SpeechSynthesisVoice::local_service)
}

/// Android writes `ar_EG` where others write `ar-EG`.
fn speaks(tag: &str, lang: Lang) -> bool {
    let mut parts = tag.split(['-', '_']);
    parts
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(lang.code()))
}

pub fn on_voice(lang: Lang, told: impl Fn(bool) -> bool + 'static) {
    let Some(synthesis) = synthesis() else {
        return;
    };
    LISTENERS.with_borrow_mut(|all| all.push((lang, Box::new(told))));
    // By property, because Safari's synthesis was no event target for years.
    TELL.with(|tell| synthesis.set_onvoiceschanged(Some(tell)));
    tell();
}

/// Tells all listeners, and forgets those that are gone.
fn tell() {
    let Some(synthesis) = synthesis() else {
        return;
    };
    let mut listeners = LISTENERS.take();
    listeners.retain(|(lang, told)| told(voice(&synthesis, *lang).is_some()));
    LISTENERS.set(listeners);
}

pub fn say(lang: Lang, said: &[String], ended: impl Fn() + 'static) {
    let found = synthesis().and_then(|it| voice(&it, lang).map(|voice| (it, voice)));
    let Some((synthesis, voice)) = found else {
        ended();
        return;
    };
    synthesis.cancel();
    // Sentence by sentence: Chromium breaks off what takes longer than a quarter of a minute.
    let sentences = said
        .iter()
        .filter_map(|sentence| SpeechSynthesisUtterance::new_with_text(sentence).ok());
    let utterances: Vec<_> = sentences.collect();
    for utterance in &utterances {
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(&voice));
        utterance.set_rate(RATE);
        synthesis.speak(utterance);
    }
    if let Some(last) = utterances.last() {
        let ended = function(ended);
        last.set_onend(Some(&ended));
        last.set_onerror(Some(&ended));
    }
    SAID.set(utterances);
    window().set_onpagehide(Some(&function(hush)));
}

pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn function(call: impl Fn() + 'static) -> Function {
    Closure::<dyn Fn()>::new(call)
        .into_js_value()
        .unchecked_into()
}
