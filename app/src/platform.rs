//! The few things that a view asks of its side: the server that renders it or the browser
//! that runs it. Views themselves never ask which side they are on.

#[cfg(feature = "hydrate")]
mod copy;
#[cfg(feature = "hydrate")]
mod listen;
pub mod page;
#[cfg(feature = "hydrate")]
mod voice;

#[cfg(feature = "hydrate")]
pub use listen::listen;

#[cfg(feature = "ssr")]
mod side {
    use http::StatusCode;
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;

    pub fn not_found() {
        set_status(StatusCode::NOT_FOUND);
    }

    pub fn forbidden() {
        set_status(StatusCode::FORBIDDEN);
    }

    pub fn failed() {
        set_status(StatusCode::INTERNAL_SERVER_ERROR);
    }

    pub fn busy() {
        set_status(StatusCode::SERVICE_UNAVAILABLE);
    }

    fn set_status(status: StatusCode) {
        if let Some(response) = use_context::<ResponseOptions>() {
            response.set_status(status);
        }
    }

    pub fn head_text(text: String) -> String {
        text.replace('&', "&amp;").replace('<', "&lt;")
    }

    pub fn focus(_id: &str) {}

    pub fn random<const N: usize>() -> [u8; N] {
        store::keys::random()
    }

    pub fn print() {}
}

/// Where there is no browser there is no clipboard.
#[cfg(not(feature = "hydrate"))]
mod copy {
    pub fn attend() {}
}

/// Where there is no browser there is no voice.
#[cfg(not(feature = "hydrate"))]
mod voice {
    pub fn attend() {}

    pub fn hush() {}
}

#[cfg(not(feature = "ssr"))]
mod side {
    use leptos::{prelude::document, wasm_bindgen::JsCast as _, web_sys::HtmlElement};

    pub fn not_found() {}

    pub fn forbidden() {}

    pub fn failed() {}

    pub fn busy() {}

    pub fn head_text(text: String) -> String {
        text
    }

    pub fn focus(id: &str) {
        let element = document().get_element_by_id(id);
        if let Some(element) = element.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    pub fn print() {
        let _ = leptos::prelude::window().print();
    }

    #[cfg(feature = "hydrate")]
    pub fn random<const N: usize>() -> [u8; N] {
        let mut bytes = [0; N];
        if let Ok(crypto) = leptos::prelude::window().crypto() {
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        bytes
    }

    #[cfg(not(feature = "hydrate"))]
    pub fn random<const N: usize>() -> [u8; N] {
        [0; N]
    }
}

/// Tells the client that this address has no page. In the browser there is nobody to tell.
pub fn not_found() {
    side::not_found();
}

/// Tells the client that this address has a page, but not for her.
pub fn forbidden() {
    side::forbidden();
}

/// Tells the client that this page is not what it should be, and that it is our fault.
pub fn failed() {
    side::failed();
}

/// Tells the client that this page may be had in a moment.
pub fn busy() {
    side::busy();
}

/// A text for the document's head. `leptos_meta` puts titles into the server's HTML as they
/// are, and into the browser's document as text.
#[must_use]
pub fn head_text(text: String) -> String {
    side::head_text(text)
}

/// Moves the focus to the element of this id.
pub fn focus(id: &str) {
    side::focus(id);
}

/// Bytes that nobody can foretell.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    side::random()
}

/// Lets every button of the document that says so copy its text, from now on.
pub fn attend_to_copying() {
    copy::attend();
}

/// Lets the phone's voice read for every listen button of the document, from now on.
pub fn attend_to_listening() {
    voice::attend();
}

/// Ends what is being said.
pub fn hush() {
    voice::hush();
}

/// Opens the browser's own printing.
pub fn print() {
    side::print();
}
