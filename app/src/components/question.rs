//! The questions of a course as fields, each below the one whose answer makes it appear. That it
//! does is the style sheet's work (`44-question.css`), so that it needs no script.

use domain::{
    lang::Lang,
    question::{Kind, NO, Question, Typed, YES},
};
use leptos::prelude::*;

use super::field::{Faults, FieldFault, described_by, invalid};
use crate::i18n::{fill, t, use_lang};

/// Texts of more characters get several lines.
const LINE_CHARS_MAX: u32 = 80;

/// The id of a question's field, by which a fault leads to it.
#[must_use]
pub fn field_id(slug: &str) -> String {
    format!("answer-{slug}")
}

fn field_name(slug: &str) -> String {
    format!("answers[{slug}]")
}

/// All questions of a course.
#[component]
pub fn Questions(
    /// The questions, in their order.
    questions: Vec<Question<String>>,
    /// What is answered already.
    typed: Typed,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    asked(&questions, None, &typed, faults)
}

/// The questions that an answer to `parent` opens, or those that always appear.
fn asked(
    all: &[Question<String>],
    parent: Option<&Question<String>>,
    typed: &Typed,
    faults: Faults,
) -> Vec<AnyView> {
    let hangs_on = |it: &&Question<String>| {
        it.when.as_ref().map(|when| &when.question) == parent.map(|it| &it.slug)
    };
    let view = |question: &Question<String>| {
        let value = typed.get(&question.slug).cloned().unwrap_or_default();
        let opened = asked(all, Some(question), typed, faults);
        let asked = view! {
            <div class="asked">
                <Field question=question.clone() value faults/>
                {opened}
            </div>
        };
        match (parent, &question.when) {
            (Some(parent), Some(when)) => {
                let nth = nth(parent, &when.answer);
                let only_if = only_if(parent, &when.answer);
                view! {
                    <div class="opened" data-by=nth>
                        <p class="only-if">{only_if}</p>
                        {asked}
                    </div>
                }
                .into_any()
            }
            _ => asked.into_any(),
        }
    };
    all.iter().filter(hangs_on).map(view).collect()
}

/// Which of its answers this is, from 1: the style sheet counts.
fn nth(question: &Question<String>, answer: &str) -> Option<String> {
    let nth = question.kind.words().iter().position(|it| *it == answer);
    nth.map(|nth| (nth + 1).to_string())
}

fn only_if(question: &Question<String>, answer: &str) -> String {
    let texts = t(use_lang()).questions();
    let values = [
        ("question", question.label.as_str()),
        ("answer", &text_of(use_lang(), question, answer)),
    ];
    fill(texts.only_if, &values)
}

/// An answer as it is read: the text of a choice, yes or no in words, or what was typed.
#[must_use]
pub fn text_of(lang: Lang, question: &Question<String>, answer: &str) -> String {
    let texts = t(lang).questions();
    match (&question.kind, answer) {
        (Kind::YesNo, YES) => texts.yes.to_owned(),
        (Kind::YesNo, NO) => texts.no.to_owned(),
        _ => question
            .text_of(answer)
            .map_or(answer, String::as_str)
            .to_owned(),
    }
}

/// One question with its label, why it is asked, and its fault.
#[component]
fn Field(question: Question<String>, value: String, faults: Faults) -> impl IntoView {
    let id = field_id(&question.slug);
    let optional = (!question.is_required).then(|| {
        view! { " "<span class="optional">{t(use_lang()).common().optional}</span> }
    });
    let hint = hint(&question);
    let label = question.label.clone();
    let hint = view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> };
    let fault = view! { <FieldFault name=id.clone() faults/> };
    if question.kind == Kind::YesNo {
        return view! {
            <fieldset class="field" id=id>
                <legend>{label}{optional}</legend>
                {hint}
                {fault}
                <YesNo question value/>
            </fieldset>
        }
        .into_any();
    }
    view! {
        <div class="field">
            <label for=id>{label}{optional}</label>
            {hint}
            {fault}
            <Input question value faults/>
        </div>
    }
    .into_any()
}

fn hint(question: &Question<String>) -> String {
    let texts = t(use_lang()).questions();
    let bounds = match question.kind {
        Kind::Number { min, max } => Some(fill(
            texts.bounds,
            &[("min", &min.to_string()), ("max", &max.to_string())],
        )),
        _ => None,
    };
    let parts = [question.help.clone(), bounds, Some(question.why.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Yes, no, and no answer where none is needed.
#[component]
fn YesNo(question: Question<String>, value: String) -> impl IntoView {
    let texts = t(use_lang()).questions();
    let name = field_name(&question.slug);
    let option = |word: &'static str, text, nth: Option<&'static str>| {
        let chosen = value == word;
        view! {
            <label class="tick">
                <input type="radio" name=name.clone() value=word checked=chosen data-nth=nth/>
                <span>{text}</span>
            </label>
        }
    };
    let none = (!question.is_required).then(|| option("", texts.no_answer, None));
    view! {
        {option(YES, texts.yes, Some("1"))}
        {option(NO, texts.no, Some("2"))}
        {none}
    }
}

/// A list, a number or a text.
#[component]
fn Input(question: Question<String>, value: String, faults: Faults) -> impl IntoView {
    let id = field_id(&question.slug);
    let name = field_name(&question.slug);
    let described = {
        let id = id.clone();
        move || described_by(&id, true, faults)
    };
    let wrong = {
        let id = id.clone();
        move || invalid(&id, faults)
    };
    match question.kind {
        Kind::Choice { options } => {
            let option = |(nth, option): (usize, domain::question::Choice<String>)| {
                let selected = option.slug == value;
                let nth = (nth + 1).to_string();
                view! {
                    <option value=option.slug selected=selected data-nth=nth>{option.text}</option>
                }
            };
            let options = options.into_iter().enumerate().map(option).collect_view();
            view! {
                <select id=id name=name aria-describedby=described aria-invalid=wrong>
                    <option value="">"–"</option>
                    {options}
                </select>
            }
            .into_any()
        }
        Kind::Text { chars_max } if chars_max > LINE_CHARS_MAX => view! {
            <textarea
                id=id
                name=name
                rows="3"
                maxlength=chars_max.to_string()
                aria-describedby=described
                aria-invalid=wrong
            >
                {value}
            </textarea>
        }
        .into_any(),
        Kind::Text { .. } | Kind::Number { .. } | Kind::YesNo => {
            let is_number = matches!(question.kind, Kind::Number { .. });
            let chars_max = match question.kind {
                Kind::Text { chars_max } => chars_max,
                _ => 7,
            };
            view! {
                <input
                    id=id
                    name=name
                    type="text"
                    value=value
                    inputmode=is_number.then_some("numeric")
                    autocomplete="off"
                    maxlength=chars_max.to_string()
                    aria-describedby=described
                    aria-invalid=wrong
                />
            }
            .into_any()
        }
    }
}
