//! Names and numbers are checked when she leaves their field, by the same rules of `domain` as on
//! the server. What is said then stands in the field's attributes, in her language.
//! Left to others: what the server says of a form that was sent.

use domain::{enrolment::FaultCode, name::PersonName, phone::PhoneNumber};
use leptos::{prelude::document, wasm_bindgen::JsCast as _};
use web_sys::{Element, Event, HtmlInputElement};

use crate::platform::listen;

const INVALID: &str = "aria-invalid";
const DESCRIBED_BY: &str = "aria-describedby";

/// Checks every such field of still pages, from now on.
pub fn attend() {
    listen("focusout", |event: Event| {
        let field = event.target().and_then(|it| it.dyn_into().ok());
        if let Some(field) =
            field.filter(|field: &HtmlInputElement| field.has_attribute("data-wrong"))
        {
            check(&field);
        }
    });
}

/// An empty field is none to speak of yet: she may come back to it.
fn check(field: &HtmlInputElement) {
    let text = field.value();
    let fault = match text.trim() {
        "" => None,
        text => fault(&field.autocomplete(), text),
    };
    let said = fault.and_then(|code| {
        field.get_attribute(match code {
            FaultCode::TooShort => "data-short",
            FaultCode::TooLong => "data-long",
            _ => "data-wrong",
        })
    });
    tell(field, said.as_deref());
}

fn fault(kind: &str, text: &str) -> Option<FaultCode> {
    match kind {
        "tel" => PhoneNumber::parse(text).err().map(FaultCode::from),
        _ => PersonName::parse(text).err().map(FaultCode::from),
    }
}

/// Says it where the server would say it, or takes back what was said.
fn tell(field: &HtmlInputElement, said: Option<&str>) {
    let id = format!("{}-fault", field.id());
    if let Some(before) = document().get_element_by_id(&id) {
        before.remove();
    }
    let described = field.get_attribute(DESCRIBED_BY).unwrap_or_default();
    let mut ids: Vec<&str> = described
        .split_whitespace()
        .filter(|it| *it != id)
        .collect();
    match said.and_then(|said| shown(field, &id, said)) {
        Some(()) => {
            ids.push(&id);
            let _ = field.set_attribute(INVALID, "true");
        }
        None => {
            let _ = field.remove_attribute(INVALID);
        }
    }
    let _ = field.set_attribute(DESCRIBED_BY, &ids.join(" "));
}

fn shown(field: &Element, id: &str, said: &str) -> Option<()> {
    let line = document().create_element("p").ok()?;
    line.set_class_name("fault");
    line.set_id(id);
    line.set_text_content(Some(said));
    field.before_with_node_1(&line).ok()
}
