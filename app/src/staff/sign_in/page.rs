//! The sign-in form's view. It is the same plain form with and without scripts.

use domain::lang::Lang;
use leptos::{form::ActionForm, prelude::*};
use leptos_router::hooks::use_query_map;

use super::{ShowSignIn, SignIn};
use crate::{
    ask::ask,
    components::field::{FaultSummary, Faults, NOTICE, SUMMARY, Shown, TextField, TextInput},
    error::AppError,
    forms::Outcome,
    i18n::{t, use_lang},
    platform, routes,
    staff::{
        frame::{StaffHead, guarded},
        model::{SignInFault, SignInState},
    },
};

const EMAIL: &str = "email";
const PASSWORD: &str = "password";

/// Signing in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().sign_in;
    let draft = ask(|| ShowSignIn {});
    view! {
        <StaffHead title=texts.title/>
        <h1>{texts.heading}</h1>
        {guarded(draft, move || routes::today(lang), |draft| view! { <Form draft/> })}
    }
}

#[component]
fn Form(draft: Option<SignInState>) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).staff().sign_in;
    let back = use_query_map()
        .read_untracked()
        .get("back")
        .unwrap_or_default();
    let email = draft
        .as_ref()
        .map(|draft| draft.email.clone())
        .unwrap_or_default();
    let action = ServerAction::<SignIn>::new();
    let answer = Answer::new(action, draft.map(|draft| draft.fault));
    let faults = answer.faults();
    Effect::watch(
        move || action.value().get(),
        |_, _, _| focus_on_answer(),
        false,
    );
    view! {
        <FaultSummary faults/>
        <Notice answer/>
        <div class="form">
            <ActionForm action=action>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="back" value=back/>
                <TextInput field=email_field(texts.email) value=email faults/>
                <TextInput field=password_field(texts.password) value=String::new() faults/>
                <p><button type="submit" class="wide">{texts.submit}</button></p>
            </ActionForm>
        </div>
    }
}

const fn email_field(label: &'static str) -> TextField {
    TextField {
        name: EMAIL,
        label,
        hint: None,
        kind: "email",
        autocomplete: "username",
        chars_max: "254",
        told: None,
    }
}

const fn password_field(label: &'static str) -> TextField {
    TextField {
        name: PASSWORD,
        label,
        hint: None,
        kind: "password",
        autocomplete: "current-password",
        chars_max: "1024",
        told: None,
    }
}

/// What came back from the last try: with scripts from the action, without from the draft.
#[derive(Clone, Copy)]
struct Answer {
    lang: Lang,
    fault: Signal<Option<SignInFault>>,
    error: Signal<Option<AppError>>,
}

impl Answer {
    fn new(action: ServerAction<SignIn>, draft: Option<SignInFault>) -> Self {
        let value = action.value();
        let fault = Signal::derive(move || match value.get() {
            Some(answer) => answer
                .ok()
                .and_then(Outcome::again)
                .map(|state| state.fault),
            None => draft,
        });
        let error = Signal::derive(move || value.get().and_then(Result::err));
        Self {
            lang: use_lang(),
            fault,
            error,
        }
    }

    /// What is wrong with a field.
    fn faults(self) -> Faults {
        let texts = &t(self.lang).staff().sign_in;
        let shown = move |fault| {
            let (field, text) = match fault {
                SignInFault::EmailMissing => (EMAIL, texts.email_missing),
                SignInFault::PasswordMissing => (PASSWORD, texts.password_missing),
                SignInFault::Wrong => (EMAIL, texts.wrong),
                SignInFault::Paused(_) | SignInFault::Busy => return None,
            };
            Some(Shown {
                field: field.into(),
                text: text.into(),
            })
        };
        Signal::derive(move || self.fault.get().and_then(shown).into_iter().collect())
    }

    /// What else stands in the way.
    fn words(self) -> Option<String> {
        let texts = t(self.lang);
        if let Some(error) = self.error.get() {
            return Some(error.text(texts.common()).to_owned());
        }
        match self.fault.get()? {
            SignInFault::Paused(minutes) => {
                Some(texts.staff().sign_in.paused.of(self.lang, minutes.into()))
            }
            SignInFault::Busy => Some(texts.common().unavailable.to_owned()),
            _ => None,
        }
    }
}

#[component]
fn Notice(answer: Answer) -> impl IntoView {
    move || {
        answer.words().map(|words| {
            view! { <p class="notice" id=NOTICE tabindex="-1" role="alert">{words}</p> }
        })
    }
}

/// What is wrong appears with the next frame; the focus goes there so that it is heard.
fn focus_on_answer() {
    request_animation_frame(|| {
        platform::focus(NOTICE);
        platform::focus(SUMMARY);
    });
}
