//! What someone has answered, as staff see it: on her enrolment with a form for what she tells
//! them, and in the roll as one sign about photographs.

use domain::{
    consent::{Photos, Purpose},
    desk::ConsentChannel,
    id::EnrolmentId,
};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{RecordConsent, model::Consent};
use crate::{
    i18n::{Text, consent::ConsentDesk, fill, t, use_lang},
    public::consent::{asked_text, name_text},
    staff::{parts::moment_text, record::Hidden},
};

/// Her answers, and the form for another one.
#[component]
pub fn RecordConsents(
    /// The enrolment.
    enrolment: EnrolmentId,
    /// A line for each purpose.
    consents: Vec<Consent>,
) -> impl IntoView {
    let texts = &t(use_lang()).consents().desk;
    let is_others = |line: &Consent| {
        let answer = line.answer.as_ref();
        answer.is_some_and(|it| it.channel == ConsentChannel::Other)
    };
    let others = consents.iter().any(is_others);
    let lines = consents
        .into_iter()
        .map(|consent| view! { <Line consent/> })
        .collect_view();
    view! {
        <section aria-labelledby="consents">
            <h2 id="consents">{texts.heading}</h2>
            {others.then(|| view! { <p class="notice">{texts.other_hint}</p> })}
            <dl class="record-facts">{lines}</dl>
            <details class="no-print">
                <summary>{texts.record}</summary>
                <RecordForm enrolment/>
            </details>
        </section>
    }
}

#[component]
fn Line(consent: Consent) -> impl IntoView {
    let lang = use_lang();
    let messages = t(lang);
    let texts = &messages.consents().desk;
    let said = match consent.answer {
        None => view! { <span class="quiet-text">{texts.none}</span> }.into_any(),
        Some(answer) => {
            let (class, sign, word) = match answer.granted {
                true => ("standing confirmed", "✓", texts.said_yes),
                false => ("standing cancelled", "✕", texts.said_no),
            };
            let how = channel_text(texts, answer.channel);
            let by = answer.by.map(|name| fill(texts.by, &[("name", &name)]));
            let by = by.map(|by| view! { " · "<bdi>{by}</bdi> });
            view! {
                <span class=class>
                    <span class="sign" aria-hidden="true">{sign}</span>
                    {word}
                </span>
                <br/>
                <span class="quiet-text">{moment_text(lang, answer.at)}" · "{how}{by}</span>
            }
            .into_any()
        }
    };
    view! { <div><dt>{name_text(messages, consent.purpose)}</dt><dd>{said}</dd></div> }
}

const fn channel_text(texts: &ConsentDesk, channel: ConsentChannel) -> Text {
    match channel {
        ConsentChannel::Web => texts.web,
        ConsentChannel::Desk => texts.desk,
        ConsentChannel::Phone => texts.phone,
        ConsentChannel::Paper => texts.paper,
        ConsentChannel::Other => texts.other,
    }
}

/// What she told: for what, how, and yes or no. The texts stand below to be read out.
#[component]
fn RecordForm(enrolment: EnrolmentId) -> impl IntoView {
    let messages = t(use_lang());
    let (all, texts) = (messages.consents(), &messages.consents().desk);
    let option = |purpose: &Purpose| {
        view! { <option value=purpose.as_str()>{name_text(messages, *purpose)}</option> }
    };
    // What is asked most often stands first.
    let purposes = Purpose::ASKED.iter().chain([&Purpose::Data]);
    let channel = |channel: &ConsentChannel| {
        let text = channel_text(texts, *channel);
        view! { <option value=channel.as_str()>{text}</option> }
    };
    let channels = ConsentChannel::ALL
        .iter()
        .filter(|it| it.is_told_to_staff());
    let text = |purpose: &Purpose| {
        view! {
            <dt>{name_text(messages, *purpose)}</dt>
            <dd>{asked_text(messages, *purpose)}</dd>
        }
    };
    view! {
        <form class="form" method="post" action=RecordConsent::url()>
            <Hidden enrolment/>
            <div class="field">
                <label for="purpose">{texts.purpose}</label>
                <select id="purpose" name="purpose">
                    {purposes.clone().map(option).collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="channel">{texts.channel}</label>
                <select id="channel" name="channel">{channels.map(channel).collect_view()}</select>
            </div>
            <h3>{texts.read_out}</h3>
            <dl class="read-out">{purposes.map(text).collect_view()}</dl>
            <p class="actions">
                <button type="submit" name="answer" value="yes">{all.yes}</button>
                <button type="submit" name="answer" value="no" class="quiet">{all.no}</button>
            </p>
        </form>
    }
}

/// Which photographs may be taken of her, in words and with a sign.
#[component]
pub fn PhotosBadge(
    /// Which.
    photos: Photos,
) -> impl IntoView {
    let texts = &t(use_lang()).consents().desk;
    let (class, sign, text) = match (photos.alone, photos.group) {
        (true, true) => ("photos yes", "✓", texts.photos_all),
        (true, false) => ("photos some", "½", texts.photos_alone),
        (false, true) => ("photos some", "½", texts.photos_group),
        (false, false) => ("photos no", "✕", texts.photos_none),
    };
    view! {
        <p class=class>
            <span class="sign" aria-hidden="true">{sign}</span>
            {text}
        </p>
    }
}
