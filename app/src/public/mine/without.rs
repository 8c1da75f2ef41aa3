//! Coming without childcare after all, while she waits for it: opened first and sent second, as a
//! plain form.

use domain::id::SignUpId;
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::ComeWithout;
use crate::i18n::{t, use_lang};

/// Gives up waiting for childcare.
#[component]
pub fn WithoutForm(
    /// Which enrolment.
    sign_up: SignUpId,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).childcare();
    view! {
        <details>
            <summary>{texts.change}</summary>
            <p>{texts.change_text}</p>
            <form method="post" action=ComeWithout::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="sign_up" value=sign_up.to_string()/>
                <button type="submit">{texts.change_submit}</button>
            </form>
        </details>
    }
}
