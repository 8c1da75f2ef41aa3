//! Another time, chosen by herself: the free slots of the same run, in one plain form.

use domain::id::SignUpId;
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::SwapSlot;
use crate::{
    i18n::{t, use_lang},
    public::{enrol::when_text, model::Slot},
};

/// The free slots of the same run, and the button that takes one.
#[component]
pub fn SwapForm(
    /// Her sign-up.
    sign_up: SignUpId,
    /// The slots.
    slots: Vec<Slot>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).mine();
    let option = move |slot: Slot| {
        view! {
            <label class="tick">
                <input type="radio" name="seats" value=slot.seats required/>
                <span>{when_text(lang, slot.when)}</span>
            </label>
        }
    };
    view! {
        <details class="swap">
            <summary>{texts.swap}</summary>
            <p>{texts.swap_text}</p>
            <form method="post" action=SwapSlot::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="sign_up" value=sign_up.to_string()/>
                <fieldset class="field times">
                    <legend>{texts.swap_times}</legend>
                    {slots.into_iter().map(option).collect_view()}
                </fieldset>
                <button type="submit">{texts.swap_submit}</button>
            </form>
        </details>
    }
}
