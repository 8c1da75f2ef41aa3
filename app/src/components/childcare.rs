//! The children a woman brings: the question in the form, and what is said of them afterwards.

use domain::{
    children::{CHILDREN_MAX, Children, Claim, key},
    enrolment::{EnrolForm, EnrolmentStatus, Field},
    lang::Lang,
    programme::ChildAgeBand,
};
use leptos::prelude::*;

use super::field::{Faults, FieldFault, Tick, described_by, invalid};
use crate::i18n::{Text, fill, t, use_lang};

/// An age in words.
#[must_use]
pub fn age_text(lang: Lang, band: ChildAgeBand) -> Text {
    let course = t(lang).course();
    match band {
        ChildAgeBand::Under3 => course.under_3,
        ChildAgeBand::From3To5 => course.from_3_to_5,
        ChildAgeBand::From6To12 => course.from_6_to_12,
    }
}

/// The children in words: how many of which age.
#[must_use]
pub fn children_text(lang: Lang, children: &Children) -> String {
    let texts = t(lang).childcare();
    let each = |(band, count): (ChildAgeBand, u32)| {
        let count = texts.children.of(lang, u64::from(count));
        let values = [("children", count.as_str()), ("age", age_text(lang, band))];
        fill(texts.of_age, &values)
    };
    let both = |some: String, more: String| fill(texts.both, &[("some", &some), ("more", &more)]);
    children.iter().map(each).reduce(both).unwrap_or_default()
}

/// What she is told of childcare; nothing where she brings no children.
#[must_use]
pub fn told(lang: Lang, status: EnrolmentStatus, claim: Option<&Claim>) -> Option<String> {
    let texts = t(lang).childcare();
    let claim = claim?;
    let children = children_text(lang, &claim.children);
    let text = match status {
        _ if claim.is_held => texts.with,
        EnrolmentStatus::Waitlisted | EnrolmentStatus::Pending => texts.waits,
        _ => texts.none,
    };
    Some(fill(text, &[("children", &children)]))
}

/// What staff read of it.
#[must_use]
pub fn told_to_staff(lang: Lang, status: EnrolmentStatus, claim: &Claim) -> String {
    let texts = t(lang).childcare();
    let children = children_text(lang, &claim.children);
    let text = match status {
        _ if claim.is_held => return children,
        EnrolmentStatus::Waitlisted | EnrolmentStatus::Pending => texts.staff_waits,
        _ => texts.staff_none,
    };
    fill(text, &[("children", &children)])
}

/// The id of the field of an age, by which a fault leads to it.
#[must_use]
pub fn field_id(band: ChildAgeBand) -> String {
    format!("children-{}", band.as_str())
}

/// How many children of each age that is looked after, closed until she brings some, and whether
/// she comes without childcare. Nothing where none is offered.
#[component]
pub fn ChildrenQuestion(
    /// The ages, each with the places that are left.
    offered: Vec<(ChildAgeBand, u64)>,
    /// What was typed before.
    form: EnrolForm,
    /// What is wrong with the form.
    faults: Faults,
) -> impl IntoView {
    if offered.is_empty() {
        return ().into_any();
    }
    let texts = t(use_lang()).childcare();
    let brings = |count: &String| !matches!(count.trim(), "" | "0");
    let is_open = form.children.values().any(brings);
    let count = |(band, left): (ChildAgeBand, u64)| {
        let typed = form.children.get(&key(band)).cloned();
        view! { <Count band left typed=typed.unwrap_or_default() faults/> }
    };
    view! {
        <details class="field" open=is_open>
            <summary>{texts.bring}</summary>
            <p class="hint">{texts.why}</p>
            {offered.into_iter().map(count).collect_view()}
            <Tick
                name=Field::ChildcareOptional.as_str()
                label=texts.without
                ticked=form.childcare_optional == "yes"
                faults
            />
            <p class="hint">{texts.or_wait}</p>
        </details>
    }
    .into_any()
}

/// How many children of one age.
#[component]
fn Count(band: ChildAgeBand, left: u64, typed: String, faults: Faults) -> impl IntoView {
    let lang = use_lang();
    let id = field_id(band);
    let option = |count: u32| {
        let count = count.to_string();
        let selected = typed.trim() == count;
        view! { <option value=count.clone() selected=selected>{count.clone()}</option> }
    };
    let options = (0..=CHILDREN_MAX).map(option).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{age_text(lang, band)}</label>
            <p class="hint" id=format!("{id}-hint")>{t(lang).childcare().left.of(lang, left)}</p>
            <FieldFault name=id.clone() faults/>
            <select
                id=id.clone()
                name=format!("children[{}]", key(band))
                aria-describedby=described_by(&id, true, faults)
                aria-invalid=invalid(&id, faults)
            >
                {options}
            </select>
        </div>
    }
}
