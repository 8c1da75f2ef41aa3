//! The WebAssembly entry: makes the page that the server sent live.
//! Left to `app`: everything that is on it. Built twice, with the feature `public` or `staff`.

#![recursion_limit = "512"]

#[cfg(not(feature = "staff"))]
use app::public::App;
#[cfg(feature = "staff")]
use app::staff::App;
use leptos::mount::hydrate_body;
use leptos::prelude::request_animation_frame;
use server_fn::redirect::set_redirect_hook;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, Location, Url, window};

/// Called by the boot script when the bundle is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    tell_panics();
    // The first hook wins, and the router sets one of its own: ours comes before it.
    let ours_is_first = set_redirect_hook(follow_redirect).is_ok();
    debug_assert!(ours_is_first, "the router's redirect hook came before ours");
    hydrate_body(App);
}

/// Follows a server function's redirect: by the router, or by a page load where the other app
/// answers. In the next frame, so that the action has its value before the page goes.
fn follow_redirect(target: &str) {
    let target = target.to_owned();
    request_animation_frame(move || {
        // Without a window or a body there is no page left to leave.
        let _ = go(&target);
    });
}

fn go(target: &str) -> Result<(), JsValue> {
    let Some(location) = window().map(|window| window.location()) else {
        return Ok(());
    };
    let url = Url::new_with_base(target, &location.href()?)?;
    if is_same_app(&location, &url)? {
        click_link(&url)
    } else {
        location.set_href(&url.href())
    }
}

/// The hook runs outside the router's reach; a link is what it listens to everywhere.
fn click_link(url: &Url) -> Result<(), JsValue> {
    let Some(document) = window().and_then(|window| window.document()) else {
        return Ok(());
    };
    let Some(body) = document.body() else {
        return Ok(());
    };
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url.href());
    link.set_hidden(true);
    body.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}

fn is_same_app(location: &Location, url: &Url) -> Result<bool, JsValue> {
    let same_origin = location.origin()? == url.origin();
    Ok(same_origin && is_staff(&location.pathname()?) == is_staff(&url.pathname()))
}

/// Staff pages stand below `/{lang}/staff`.
fn is_staff(path: &str) -> bool {
    app::routes::is_staff(path)
}

/// While developing, a panic says where it was; the shipped module traps without a word.
fn tell_panics() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    }
}
