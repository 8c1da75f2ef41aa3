//! The private link, to copy, to send to oneself in words that name nothing, or to show to the
//! camera of another phone.

use leptos::prelude::*;

use crate::{
    i18n::{fill, t, use_lang},
    public::model::{Mine, Qr},
    routes,
};

/// Modules of white around a QR code (ISO/IEC 18004).
const QUIET_ZONE: u16 = 4;

/// The private link.
#[component]
pub fn KeepLink(
    /// Its enrolment.
    mine: Mine,
) -> impl IntoView {
    let texts = t(use_lang()).done();
    let Mine { link, qr, .. } = mine;
    let message = fill(texts.message, &[("link", &link)]);
    view! {
        <section>
            <h2>{texts.link_heading}</h2>
            <p>{texts.link_text}</p>
            <p><bdi dir="ltr" class="private-link">{link.clone()}</bdi></p>
            <p class="actions">
                <Copy link/>
                <a class="button quiet" href=routes::whatsapp(&message) rel="external noreferrer">
                    {texts.whatsapp}
                </a>
                <a class="button quiet" href=routes::sms(&message) rel="external">{texts.sms}</a>
            </p>
            {qr.map(|qr| view! { <QrCode qr/> })}
        </section>
    }
}

/// Copies the link. The one thing here that needs a script (`platform::attend_to_copying`): it
/// wakes the page where data are dear.
#[component]
fn Copy(link: String) -> impl IntoView {
    let texts = t(use_lang()).done();
    view! {
        <button
            type="button"
            class="button needs-script"
            data-live=""
            data-copy=link
            data-copied=texts.copied
            data-failed=texts.copy_failed
        >
            {texts.copy}
        </button>
    }
}

/// Closed until she asks for it, so that nobody behind her scans it; black on white, because
/// cameras want it so.
#[component]
fn QrCode(qr: Qr) -> impl IntoView {
    let texts = t(use_lang()).done();
    let side = qr.side + 2 * QUIET_ZONE;
    let view_box = format!("-{QUIET_ZONE} -{QUIET_ZONE} {side} {side}");
    view! {
        <details class="qr">
            <summary>{texts.qr}</summary>
            <p>{texts.qr_text}</p>
            <svg class="qr-code" viewBox=view_box role="img" aria-label=texts.qr>
                <path d=qr.path></path>
            </svg>
        </details>
    }
}
