//! One listener of the document serves whatever comes to stand on it, on every page.

use leptos::{
    prelude::document,
    wasm_bindgen::{JsCast as _, closure::Closure},
};
use web_sys::{Event, js_sys::Function};

/// Hears every event of a kind that reaches the document, from now on.
pub fn listen(kind: &str, act: impl Fn(Event) + 'static) {
    let act: Function = Closure::<dyn Fn(Event)>::new(act)
        .into_js_value()
        .unchecked_into();
    // The document is there, and takes every kind.
    let _ = document().add_event_listener_with_callback(kind, &act);
}
