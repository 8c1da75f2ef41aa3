//! What a live page asks of its browser beyond the focus: a form as it is filled in, whether
//! data are dear, and how far she has scrolled. On the server there is none of it.

#[cfg(feature = "hydrate")]
mod side {
    use leptos::{
        prelude::{document, window},
        wasm_bindgen::{JsCast as _, JsValue},
    };
    use web_sys::{FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

    pub fn form_value(form: &str, name: &str) -> Option<String> {
        let form = document().get_element_by_id(form)?;
        let form = form.dyn_into::<HtmlFormElement>().ok()?;
        let data = FormData::new_with_form(&form).ok()?;
        Some(data.get(name).as_string().unwrap_or_default())
    }

    pub fn fill_field(id: &str, word: &str) {
        let Some(field) = document().get_element_by_id(id) else {
            return;
        };
        if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(word);
        } else if let Some(tick) = field.dyn_ref::<HtmlInputElement>() {
            tick.set_checked(!word.is_empty());
        }
    }

    pub fn is_hidden() -> bool {
        document().hidden()
    }

    pub fn saves_data() -> bool {
        let root = document().document_element();
        root.is_some_and(|root| root.has_attribute("data-dear"))
    }

    pub fn remember_scroll() {
        let (Ok(y), Ok(history)) = (window().scroll_y(), window().history()) else {
            return;
        };
        let _ = history.replace_state(&JsValue::from_f64(y), "");
    }

    pub fn remembered_scroll() -> Option<f64> {
        window().history().ok()?.state().ok()?.as_f64()
    }

    pub fn scroll_to(y: f64) {
        window().scroll_to_with_x_and_y(0.0, y);
    }
}

#[cfg(not(feature = "hydrate"))]
mod side {
    pub fn form_value(_form: &str, _name: &str) -> Option<String> {
        None
    }

    pub fn fill_field(_id: &str, _word: &str) {}

    pub fn is_hidden() -> bool {
        false
    }

    pub fn saves_data() -> bool {
        true
    }

    pub fn remember_scroll() {}

    pub fn remembered_scroll() -> Option<f64> {
        None
    }

    pub fn scroll_to(_y: f64) {}
}

/// What a form's field of this name would send; nothing where there is no such form.
#[must_use]
pub fn form_value(form: &str, name: &str) -> Option<String> {
    side::form_value(form, name)
}

/// Puts a word into a list, or ticks a box unless the word is empty.
pub fn fill_field(id: &str, word: &str) {
    side::fill_field(id, word);
}

/// Whether nobody sees the page now.
#[must_use]
pub fn is_hidden() -> bool {
    side::is_hidden()
}

/// Whether data are dear: she asked to save them, or the network is slow. `boot.js` finds out
/// and writes it on the page.
#[must_use]
pub fn saves_data() -> bool {
    side::saves_data()
}

/// Keeps how far she has scrolled with this entry of the history.
pub fn remember_scroll() {
    side::remember_scroll();
}

/// How far she had scrolled when she left this entry of the history.
#[must_use]
pub fn remembered_scroll() -> Option<f64> {
    side::remembered_scroll()
}

/// Scrolls there.
pub fn scroll_to(y: f64) {
    side::scroll_to(y);
}
