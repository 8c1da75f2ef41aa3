//! Buttons that copy: HTML that says in its attributes what to copy and what to say then
//! (`public::mine`), on whatever page it stands.

use leptos::{prelude::window, task::spawn_local, wasm_bindgen::JsCast as _};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::listen;

/// Serves every such button of the document, from now on.
pub fn attend() {
    listen("click", |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(button) = target.and_then(|it| it.closest("button[data-copy]").ok().flatten()) {
            spawn_local(copy(button));
        }
    });
}

async fn copy(button: Element) {
    let text = button.get_attribute("data-copy").unwrap_or_default();
    let said = match copied(&text).await {
        true => "data-copied",
        false => "data-failed",
    };
    button.set_text_content(button.get_attribute(said).as_deref());
}

/// Without https there is no clipboard, and a browser may refuse to write to it.
async fn copied(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
