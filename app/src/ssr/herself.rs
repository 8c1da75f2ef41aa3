//! What she wrote of herself in the last form of this visit, so that a second one begins with it.
//! It is what was typed in this browser, sealed in a cookie that ends with the browser and after
//! two hours; nothing of it comes from the records, and nobody learns from it who is known.
//!
//! It is dropped when she leaves, when a private link is opened (the phone may be in another
//! woman's hands), and when she says "not me". A form for someone else leaves it alone, and whoever
//! chose a picture, because others use the phone, leaves nothing.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{
    enrolment::EnrolForm,
    id::SignUpId,
    lang::Localised,
    question::{Question, Typed},
};
use leptos::serde_json;
use serde::{Deserialize, Serialize};
use store::Keys;

use super::{Site, cookies, visit};

const PURPOSE: &str = "herself";
const QUESTION: &str = "herself.question";
const SECONDS_MAX: i64 = 2 * 60 * 60;
/// Beside the visit and a draft, a browser sends it with every request. Where her answers are too
/// long for it, they are left out.
const COOKIE_BYTES_MAX: usize = 1_500;

#[derive(Serialize, Deserialize)]
struct Herself {
    sign_up: SignUpId,
    since: i64,
    given_name: String,
    family_name: String,
    phone: String,
    age_band: String,
    project: String,
    /// By what was asked, word for word.
    answers: BTreeMap<String, String>,
}

/// After a sign-up: remembers for this visit what she wrote of herself.
pub fn remember(
    site: &Site,
    keys: &Keys,
    sign_up: SignUpId,
    form: &EnrolForm,
    questions: &[Question<Localised>],
) {
    if form.for_whom == "other" {
        return;
    }
    if !form.picture.is_empty() {
        return forget(site);
    }
    let mut herself = Herself {
        sign_up,
        since: site.clock.now().as_second(),
        given_name: form.given_name.clone(),
        family_name: form.family_name.clone(),
        phone: form.phone.clone(),
        age_band: form.age_band.clone(),
        project: form.project.clone(),
        answers: answers_of(keys, form, questions),
    };
    let mut sealed = seal(keys, &herself);
    if sealed.len() > COOKIE_BYTES_MAX {
        herself.answers.clear();
        sealed = seal(keys, &herself);
    }
    cookies::set(site, cookies::HERSELF, &sealed, cookies::Keep::Session);
}

/// Forgets it.
pub fn forget(site: &Site) {
    cookies::clear(site, cookies::HERSELF);
}

/// What a form that asks these questions begins with, in a visit in which she has filled one in
/// already: never with a picture, never with her consent, and with an answer only where the very
/// same is asked.
#[must_use]
pub fn begun(site: &Site, keys: &Keys, questions: &[Question<Localised>]) -> Option<EnrolForm> {
    let herself = open(keys, &cookies::get(site, cookies::HERSELF)?)?;
    let age_seconds = site.clock.now().as_second() - herself.since;
    let is_of_this_visit = visit::read(site, keys).passing.contains(&herself.sign_up);
    if !is_of_this_visit || !(0..SECONDS_MAX).contains(&age_seconds) {
        return None;
    }
    Some(EnrolForm {
        answers: same_answers(keys, &herself.answers, questions),
        given_name: herself.given_name,
        family_name: herself.family_name,
        phone: herself.phone,
        age_band: herself.age_band,
        project: herself.project,
        waitlist: "yes".into(),
        ..EnrolForm::default()
    })
}

fn answers_of(
    keys: &Keys,
    form: &EnrolForm,
    questions: &[Question<Localised>],
) -> BTreeMap<String, String> {
    let answer = |question: &Question<Localised>| {
        let answer = form.answers.get(&question.slug)?;
        Some((name_of(keys, question)?, answer.clone()))
    };
    questions.iter().filter_map(answer).collect()
}

fn same_answers(
    keys: &Keys,
    answers: &BTreeMap<String, String>,
    questions: &[Question<Localised>],
) -> Typed {
    let answer = |question: &Question<Localised>| {
        let answer = answers.get(&name_of(keys, question)?)?;
        Some((question.slug.clone(), answer.clone()))
    };
    questions.iter().filter_map(answer).collect()
}

/// A question by its words, its reason included: another reason is another question.
fn name_of(keys: &Keys, question: &Question<Localised>) -> Option<String> {
    let words = serde_json::to_vec(question).ok()?;
    let name = keys.blind_index(QUESTION, &words);
    Some(BASE64URL.encode(&name[..9]))
}

fn seal(keys: &Keys, herself: &Herself) -> String {
    let plain = serde_json::to_vec(herself).unwrap_or_default();
    BASE64URL.encode(keys.seal(PURPOSE, &plain))
}

fn open(keys: &Keys, sealed: &str) -> Option<Herself> {
    let plain = keys.open(PURPOSE, &BASE64URL.decode(sealed).ok()?)?;
    serde_json::from_slice(&plain).ok()
}
