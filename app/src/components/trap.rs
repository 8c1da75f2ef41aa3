//! The field of a form that no person sees or reaches: who fills it in is a machine, or a helpful
//! browser. What becomes of such a form is left to its server function, as `website`.

use leptos::prelude::*;

/// The field.
#[component]
pub fn Trap() -> impl IntoView {
    view! {
        <div class="trap" aria-hidden="true">
            <input name="website" type="text" tabindex="-1" autocomplete="off" value=""/>
        </div>
    }
}
