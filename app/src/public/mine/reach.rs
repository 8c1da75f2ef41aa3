//! How she may be reached, and when: never by a way that she has not called safe. She says it on
//! her own page, and can change it there.

use domain::{desk::CallHours, id::SignUpId, message::Channel};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::SetReach;
use crate::{
    i18n::{Text, outbox::Reach, t, use_lang},
    public::call::hours_text,
};

/// The question, closed until she wants it where she has answered before.
#[component]
pub fn ReachForm(
    /// Which enrolment.
    sign_up: SignUpId,
    /// What she said before.
    said: (Option<Channel>, Option<CallHours>),
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).reach();
    let [channel_id, hours_id] = ["channel", "hours"].map(|name| format!("{name}-{sign_up}"));
    let (channel, hours) = said;
    let way = move |it: &Channel| {
        let text = channel_text(texts, *it);
        view! { <option value=it.as_str() selected=channel == Some(*it)>{text}</option> }
    };
    let time = move |it: &CallHours| {
        let text = hours_text(&t(lang).call().call, *it);
        view! { <option value=it.as_str() selected=hours == Some(*it)>{text}</option> }
    };
    let now = channel.map(|channel| format!(": {}", channel_text(texts, channel)));
    view! {
        <details>
            <summary>{texts.heading}{now}</summary>
            <p class="hint">{texts.text}</p>
            <form method="post" action=SetReach::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="sign_up" value=sign_up.to_string()/>
                <div class="field">
                    <label for=channel_id.clone()>{texts.channel}</label>
                    <select id=channel_id name="channel">
                        {Channel::ALL.iter().map(way).collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for=hours_id.clone()>{texts.hours}</label>
                    <select id=hours_id name="hours">
                        {CallHours::ALL.iter().map(time).collect_view()}
                    </select>
                </div>
                <button type="submit" class="quiet">{texts.submit}</button>
            </form>
        </details>
    }
}

/// A way in words.
#[must_use]
pub const fn channel_text(texts: &Reach, channel: Channel) -> Text {
    match channel {
        Channel::Whatsapp => texts.whatsapp,
        Channel::Sms => texts.sms,
        Channel::Call => texts.call,
        Channel::None => texts.none,
    }
}
