//! The page of the outbox: those to write to, those to call, and those to try again later. Each
//! with what is to be said, by which way, and when she may be reached.

use domain::{
    id::MessageId,
    lang::Lang,
    message::{Channel, MessageAnswer, MessageKind},
};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    AnswerMessage, ShowMessages, TapMessage,
    model::{Message, Messages, Shown},
};
use crate::{
    ask::ask,
    components::{icon::Icon, loaded::Empty},
    i18n::{Text, fill, outbox::Outbox, t, use_lang},
    public::{call::hours_text, mine::channel_text},
    routes,
    staff::{
        frame::{SignedInAs, StaffHead, guarded},
        parts::{Notice, NumberLinks, moment_text},
    },
};

/// The open messages.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let lang = use_lang();
    let page = ask(move || ShowMessages { lang });
    guarded(
        page,
        move || routes::messages(lang),
        |page| view! { <All page/> },
    )
}

#[component]
fn All(page: Messages) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).outbox();
    let Messages { me, all, shown } = page;
    let body = if all.is_empty() {
        let back = t(lang).staff().to_today;
        view! {
            <Empty icon=Icon::Message text=texts.none>
                <p class="actions"><a class="button" href=routes::today(lang)>{back}</a></p>
            </Empty>
        }
        .into_any()
    } else {
        let (later, now): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.later.is_some());
        let (calls, others): (Vec<_>, Vec<_>) = now.into_iter().partition(is_call);
        view! {
            <p class="lead">{texts.intro}</p>
            <Part heading=texts.writing messages=others shown=shown.clone()/>
            <Part heading=texts.calls messages=calls shown=shown.clone()/>
            <Part heading=texts.later messages=later shown/>
        }
        .into_any()
    };
    view! {
        <StaffHead title=texts.title/>
        <SignedInAs me/>
        <h1>{texts.title}</h1>
        <Notice/>
        {body}
    }
}

/// Whoever wants to be called is called.
fn is_call(message: &Message) -> bool {
    message.channel == Some(Channel::Call) && !message.kind.is_task()
}

#[component]
fn Part(heading: Text, messages: Vec<Message>, shown: Option<Shown>) -> impl IntoView {
    let card = |message: Message| {
        let shown = shown.clone().filter(|it| it.message == message.id);
        view! { <Card message shown/> }
    };
    let is_empty = messages.is_empty();
    let cards = messages.into_iter().map(card).collect_view();
    (!is_empty).then(|| {
        view! {
            <h2>{heading}</h2>
            <ul class="calls">{cards}</ul>
        }
    })
}

#[component]
fn Card(message: Message, shown: Option<Shown>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).outbox();
    let about = format!("{} · {}", message.title, moment_text(lang, message.starts));
    let when = match message.later {
        Some(later) => fill(texts.from, &[("when", &moment_text(lang, later))]),
        None => fill(
            texts.written,
            &[("when", &moment_text(lang, message.written))],
        ),
    };
    let tries = (message.tries > 0).then(|| {
        view! { <p class="quiet-text">{texts.tries.of(lang, message.tries)}</p> }
    });
    let tapped = message.tapped.clone().map(|(who, at)| {
        let when = moment_text(lang, at);
        view! { <p class="flag">{fill(texts.tapped, &[("who", &who), ("when", &when)])}</p> }
    });
    let (id, kind, enrolment) = (message.id, message.kind, message.enrolment);
    let see = format!("{}: {}", texts.see, message.name);
    let reach = (!kind.is_task()).then(|| reach_text(lang, &message));
    let taps = message.taps;
    view! {
        <li class="card call" id=routes::message_id(id)>
            <h3><bdi>{message.name}</bdi></h3>
            <p><strong>{kind_text(texts, kind)}</strong></p>
            {reach.map(|reach| view! { <p>{reach}</p> })}
            <p class="quiet-text">{about}</p>
            <p class="quiet-text">{when}</p>
            {tries}
            {tapped}
            {(!kind.is_task()).then(|| view! { <Send id taps shown/> })}
            <Answers id kind/>
            <p class="way">
                <a href=routes::record(lang, enrolment) aria-label=see>{texts.see}</a>
            </p>
        </li>
    }
}

/// By which way, when, and in which language.
fn reach_text(lang: Lang, message: &Message) -> String {
    let texts = t(lang);
    let way = match message.channel {
        Some(channel) => channel_text(texts.reach(), channel),
        None => texts.outbox().unasked,
    };
    let hours = message
        .hours
        .map(|hours| hours_text(&texts.call().call, hours));
    let parts = [Some(way), hours, Some(message.lang.endonym())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The number and the text, after a tap that is written down.
#[component]
fn Send(id: MessageId, taps: i64, shown: Option<Shown>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    match shown {
        Some(Shown { number, text, .. }) => view! {
            <NumberLinks number message=text.clone()/>
            <p class="quiet-text">{texts.outbox().copy_hint}</p>
            <blockquote dir="auto"><p>{text}</p></blockquote>
        }
        .into_any(),
        None => view! {
            <form method="post" action=TapMessage::url()>
                <Hidden id/>
                <input type="hidden" name="seen" value=taps.to_string()/>
                <button type="submit">{texts.outbox().show}</button>
                <p class="hint">{texts.desk().phone.hint}</p>
            </form>
        }
        .into_any(),
    }
}

#[component]
fn Answers(id: MessageId, kind: MessageKind) -> impl IntoView {
    let texts = t(use_lang()).outbox();
    let button = |answer: &MessageAnswer| {
        view! {
            <button type="submit" class="quiet" name="answer" value=answer.as_str()>
                {answer_text(texts, *answer, kind)}
            </button>
        }
    };
    let answers: &[MessageAnswer] = match kind.is_task() {
        true => &[MessageAnswer::NotNeeded],
        false => MessageAnswer::ALL,
    };
    view! {
        <form class="actions" method="post" action=AnswerMessage::url()>
            <Hidden id/>
            {answers.iter().map(button).collect_view()}
        </form>
    }
}

#[component]
fn Hidden(id: MessageId) -> impl IntoView {
    view! {
        <input type="hidden" name="lang" value=use_lang().code()/>
        <input type="hidden" name="message" value=id.to_string()/>
    }
}

const fn answer_text(texts: &Outbox, answer: MessageAnswer, kind: MessageKind) -> Text {
    match answer {
        MessageAnswer::Whatsapp => texts.by_whatsapp,
        MessageAnswer::Sms => texts.by_sms,
        MessageAnswer::Call => texts.by_call,
        MessageAnswer::NoAnswer => texts.no_answer,
        MessageAnswer::NotNeeded if kind.is_task() => texts.seen,
        MessageAnswer::NotNeeded => texts.not_needed,
    }
}

const fn kind_text(texts: &Outbox, kind: MessageKind) -> Text {
    match kind {
        MessageKind::Seat => texts.seat,
        MessageKind::Moved => texts.moved,
        MessageKind::Cancelled => texts.cancelled,
        MessageKind::Repeat => texts.repeat,
        MessageKind::Link => texts.link,
        MessageKind::Left => texts.left,
    }
}
