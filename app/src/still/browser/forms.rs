//! The forms of still pages are plain HTML. Here they are sent by a request that asks for the same
//! page a browser would load, so that what she typed stays where it is until something answers,
//! and a second tap sends nothing.
//! Left to others: what a form does, and what it says when something is wrong with it.

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast as _, JsValue},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use web_sys::{
    Element, Event, FormData, HtmlButtonElement, HtmlFormElement, RequestInit, SubmitEvent,
    UrlSearchParams,
};

use super::{
    ARRIVED, HERE, draft,
    page::{self, Loaded, Page},
    put,
};
use crate::{
    components::{
        chrome::MAIN,
        field::{NOTICE, SUMMARY},
    },
    i18n::{t, use_lang},
    platform::{self, listen},
};

/// Stands on a form that is on its way.
const SENDING: &str = "data-sending";
/// Stands on the button that sent it, and is shown and heard.
const BUSY: &str = "aria-busy";

/// A form, what it sends, and the button that was pressed.
struct Sent {
    form: HtmlFormElement,
    body: UrlSearchParams,
    button: Option<HtmlButtonElement>,
}

/// What sending needs of the page: the router, and words.
#[derive(Clone)]
struct Frame {
    go: std::rc::Rc<dyn Fn(&str)>,
    sending: &'static str,
    unsent: &'static str,
}

/// Serves every form of a still page, from now on.
pub fn attend() {
    let navigate = use_navigate();
    let common = t(use_lang()).common();
    let frame = Frame {
        go: std::rc::Rc::new(move |address| navigate(address, NavigateOptions::default())),
        sending: common.sending,
        unsent: common.unsent,
    };
    listen("submit", move |event| {
        if let Some(sent) = Sent::of(&event) {
            event.prevent_default();
            if !sent.form.has_attribute(SENDING) {
                spawn_local(sent.go(frame.clone()));
            }
        }
    });
}

impl Sent {
    /// Nothing where it is no form of a still page.
    fn of(event: &Event) -> Option<Self> {
        let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
        form.closest(".still").ok()??;
        let data: JsValue = FormData::new_with_form(&form).ok()?.into();
        let body = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
        let button = event.dyn_ref::<SubmitEvent>()?.submitter();
        let button = button.and_then(|it| it.dyn_into::<HtmlButtonElement>().ok());
        if let Some(button) = button.as_ref().filter(|it| !it.name().is_empty()) {
            body.append(&button.name(), &button.value());
        }
        (form.method() == "post").then_some(Self { form, body, button })
    }

    async fn go(self, frame: Frame) {
        self.mark(true);
        say(&self.form, "status", frame.sending);
        let how = RequestInit::new();
        how.set_method("POST");
        how.set_body(&self.body);
        let loaded = page::load(&self.form.action(), &how).await;
        self.mark(false);
        match loaded {
            Loaded::Page(page) => arrive(page, &frame),
            Loaded::Elsewhere(url) => {
                let _ = window().location().set_href(&url);
            }
            Loaded::Refused(why) => say(&self.form, "alert", &why),
            Loaded::Nothing => say(&self.form, "alert", frame.unsent),
        }
    }

    fn mark(&self, is_sending: bool) {
        let button = self.button.iter().map(|it| (it.as_ref(), BUSY));
        let form: &Element = self.form.as_ref();
        for (element, name) in button.chain([(form, SENDING)]) {
            let element: &Element = element;
            let _ = match is_sending {
                true => element.set_attribute(name, "true"),
                false => element.remove_attribute(name),
            };
        }
    }
}

/// Shows what the form was answered with, under its own address.
fn arrive(page: Page, frame: &Frame) {
    if page.address == here() {
        if let Some(html) = HERE.get() {
            put(&page, html);
        }
        platform::focus(MAIN);
    } else {
        // It has led on: what was typed is not needed any more.
        draft::forget();
        let address = page.address.clone();
        ARRIVED.set(Some(page));
        (frame.go)(&address);
    }
    // When the page stands there: what is said above it is what she waits for.
    request_animation_frame(|| {
        platform::focus(NOTICE);
        platform::focus(SUMMARY);
    });
}

fn here() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Says something at the end of the form, beside the button that was pressed.
fn say(form: &Element, role: &str, text: &str) {
    let said = match form.query_selector(":scope > .told") {
        Ok(Some(said)) => said,
        _ => {
            let Ok(said) = document().create_element("p") else {
                return;
            };
            said.set_class_name("told");
            let _ = form.append_child(&said);
            said
        }
    };
    let _ = said.set_attribute("role", role);
    said.set_text_content(Some(text));
}
