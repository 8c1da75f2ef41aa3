//! What she types into a form stays in this tab for half an hour, so that a reload, a page that is
//! gone or a network that is gone takes nothing from her. It is dropped when the form has led on,
//! and when she leaves.
//! Left to others: what came back from the server, which always goes before.

use leptos::{
    prelude::{document, window},
    wasm_bindgen::JsCast as _,
};
use web_sys::{
    Element, Event, HtmlInputElement, Storage, UrlSearchParams,
    js_sys::{Date, Reflect},
};

use crate::{
    components::field::{NOTICE, SUMMARY},
    platform::listen,
};

const KEY: &str = "draft";
/// The forms that are kept, and the fields in them that the page itself fills.
const FORM: &str = ".still form[data-draft]";
/// Leaving, and forgetting: nothing of hers stays.
const LEAVE: &str = "form.leave, form[data-forget]";
const NOT_TYPED: &str = "[type=hidden], .trap input";
const VALUE: &str = "value";
const SECONDS_MAX: u32 = 30 * 60;

/// Keeps what is typed, from now on, and puts back what this tab has kept.
pub fn attend() {
    listen("input", |event: Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(form) = target.and_then(|it| it.closest(FORM).ok().flatten()) {
            let _ = keep(&form);
        }
    });
    listen("submit", |event: Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if target.is_some_and(|it| it.matches(LEAVE).unwrap_or(false)) {
            forget();
        }
    });
    put_back();
}

/// Drops what this tab has kept.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

/// Fills the form of this page in again, unless the server has done it.
pub fn put_back() {
    let _ = try_to_put_back();
}

fn try_to_put_back() -> Option<()> {
    let storage = storage()?;
    let kept = storage.get_item(KEY).ok()??;
    let mut lines = kept.splitn(3, '\n');
    let (path, until, typed) = (lines.next()?, lines.next()?, lines.next()?);
    if until.parse().unwrap_or(0) < now() {
        forget();
        return None;
    }
    let form = document().query_selector(FORM).ok()??;
    let is_told = [NOTICE, SUMMARY]
        .iter()
        .any(|id| document().get_element_by_id(id).is_some());
    if path != window().location().pathname().ok()? || is_told {
        return None;
    }
    let typed = UrlSearchParams::new_with_str(typed).ok()?;
    for field in fields(&form) {
        let name = field.get_attribute("name").unwrap_or_default();
        fill(&field, typed.get(&name).as_deref());
    }
    Some(())
}

fn keep(form: &Element) -> Option<()> {
    let typed = UrlSearchParams::new().ok()?;
    for field in fields(form) {
        if let (Some(name), Some(value)) = (field.get_attribute("name"), value(&field)) {
            typed.append(&name, &value);
        }
    }
    let path = window().location().pathname().ok()?;
    let until = now() + SECONDS_MAX;
    let kept = format!("{path}\n{until}\n{}", String::from(typed.to_string()));
    // Where there is no room nothing is kept, and the form works all the same.
    storage()?.set_item(KEY, &kept).ok()
}

fn fields(form: &Element) -> Vec<Element> {
    let Ok(found) = form.query_selector_all("input[name], select[name], textarea[name]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<Element>().ok())
        .filter(|field| !field.matches(NOT_TYPED).unwrap_or(true))
        .collect()
}

/// What the field would send; nothing for a box without a tick.
fn value(field: &Element) -> Option<String> {
    match ticked(field) {
        Some(false) => None,
        _ => Reflect::get(field, &VALUE.into()).ok()?.as_string(),
    }
}

/// Whether a box is ticked; nothing for a field that is no box.
fn ticked(field: &Element) -> Option<bool> {
    let input = field.dyn_ref::<HtmlInputElement>()?;
    matches!(input.type_().as_str(), "checkbox" | "radio").then(|| input.checked())
}

/// A box that sent nothing has no tick.
fn fill(field: &Element, typed: Option<&str>) {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) if ticked(field).is_some() => input.set_checked(typed == Some(&input.value())),
        _ => {
            let typed = typed.unwrap_or_default().into();
            // Every field but a box has a value that can be set.
            let _ = Reflect::set(field, &VALUE.into(), &typed);
        }
    }
}

/// Seconds since 1970. No float beyond this line: reading and writing one costs the bundle 10 kB.
fn now() -> u32 {
    (Date::now() / 1000.0) as u32
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
