//! The private link, to copy, to send to oneself in words that name nothing, or to show to the
//! camera of another phone.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{fill, t, use_lang},
    platform,
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
    let texts = &t(use_lang()).done;
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

/// Copies the link. The one thing here that needs a script: it wakes the page where data are
/// dear.
#[component]
fn Copy(link: String) -> impl IntoView {
    let texts = &t(use_lang()).done;
    let (words, set_words) = signal(texts.copy);
    let copy = move |_| {
        let copied = platform::copied(link.clone());
        spawn_local(async move {
            let copied = copied.await;
            // She may have left the page meanwhile.
            set_words.try_set(if copied {
                texts.copied
            } else {
                texts.copy_failed
            });
        });
    };
    view! {
        <button type="button" class="button needs-script" data-live="" on:click=copy>
            {words}
        </button>
    }
}

/// Closed until she asks for it, so that nobody behind her scans it; black on white, because
/// cameras want it so.
#[component]
fn QrCode(qr: Qr) -> impl IntoView {
    let texts = &t(use_lang()).done;
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
