//! "I can't come": a reason out of a list if she likes, asked once more before it is done, as a
//! plain form. What it does before and after the start is said beside the button.

use domain::{absence::AbsenceReason, id::SignUpId};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::CancelEnrolment;
use crate::i18n::{Text, mine::Absence, t, use_lang};

/// Gives her seat back, or leaves the queue; after the start it says on the roll that she is
/// excused.
#[component]
pub fn CancelForm(
    /// Which enrolment.
    sign_up: SignUpId,
    /// Whether it has begun.
    has_begun: bool,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).absence();
    let (text, confirm) = match has_begun {
        true => (texts.late_text, texts.late_confirm),
        false => (texts.text, texts.confirm),
    };
    let id = format!("reason-{sign_up}");
    let option = |reason: &AbsenceReason| {
        view! { <option value=reason.as_str()>{reason_text(texts, *reason)}</option> }
    };
    view! {
        <details class="cancel">
            <summary>{if has_begun { texts.late } else { texts.open }}</summary>
            <p>{text}</p>
            <form method="post" action=CancelEnrolment::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="sign_up" value=sign_up.to_string()/>
                <div class="field">
                    <label for=id.clone()>
                        {texts.reason} " " <span class="optional">{t(lang).common().optional}</span>
                    </label>
                    <p class="hint" id=format!("{id}-hint")>{texts.reason_why}</p>
                    <select id=id.clone() name="reason" aria-describedby=format!("{id}-hint")>
                        <option value="">"–"</option>
                        {AbsenceReason::ALL.iter().map(option).collect_view()}
                    </select>
                </div>
                <button type="submit" class="alarm">{confirm}</button>
            </form>
        </details>
    }
}

/// Her reason in words.
#[must_use]
pub const fn reason_text(texts: &Absence, reason: AbsenceReason) -> Text {
    match reason {
        AbsenceReason::Child => texts.child,
        AbsenceReason::Work => texts.work,
        AbsenceReason::Transport => texts.transport,
        AbsenceReason::Health => texts.health,
        AbsenceReason::Safety => texts.safety,
        AbsenceReason::Unsaid => texts.unsaid,
    }
}
