//! The outbox on the server: from its records to the page, and the text of a message, made in
//! her language when someone taps.

use domain::{lang::Lang, message::MessageKind};
use store::message::{OpenMessage, TapOutcome, ToSend};

use super::{
    Site,
    desk::{moment, number},
    forms::{self, see_other},
    staff::me,
};
use crate::{
    access::{MessageAccess, Staff},
    error::AppError,
    i18n::{fill, outbox::Said, t},
    routes,
    staff::messages::model::{Message, Messages, Shown},
};

/// The name of the number that was asked for, for its draft.
const FORM: &str = "message";

/// The open messages of her hubs.
pub async fn page(staff: &Staff, lang: Lang) -> Result<Messages, AppError> {
    let zone = staff.home_zone().await?;
    let now = staff.now();
    let message = |open: OpenMessage| {
        let tapped = open
            .tapped
            .map(|(who, at)| moment(at, &zone).map(|at| (who.0, at)));
        let later = (open.due_at > now).then(|| moment(open.due_at, &zone));
        Ok(Message {
            id: open.id,
            enrolment: open.enrolment,
            kind: open.kind,
            lang: open.lang,
            name: open.name,
            channel: open.reach.channel,
            hours: open.reach.hours,
            title: open.title.get(lang).to_owned(),
            starts: moment(open.starts_at, &zone)?,
            written: moment(open.at, &zone)?,
            later: later.transpose()?,
            tries: open.tries,
            taps: open.taps,
            tapped: tapped.transpose()?,
        })
    };
    let open = staff.open_messages().await?;
    Ok(Messages {
        me: me(staff),
        all: open
            .into_iter()
            .map(message)
            .collect::<Result<_, AppError>>()?,
        shown: forms::take(staff.site(), &staff.keys(), FORM),
    })
}

/// Shows the number and the text of one on the page that she is sent back to, once.
pub async fn tap(access: &MessageAccess, lang: Lang, seen: i64) -> Result<(), AppError> {
    let staff = access.staff();
    let to_send = match access.tap(seen).await? {
        TapOutcome::Shown(to_send) => to_send,
        TapOutcome::Colleague => {
            see_other(&routes::messages_with(lang, "message-colleague"));
            return Ok(());
        }
        TapOutcome::Gone => {
            see_other(&routes::messages_with(lang, "message-gone"));
            return Ok(());
        }
    };
    let shown = Shown {
        message: access.id(),
        number: number(&to_send.phone),
        text: text(staff.site(), &to_send),
    };
    let back = format!(
        "{}#{}",
        routes::messages(lang),
        routes::message_id(access.id())
    );
    // The way of a form that comes back: number and text travel sealed, and are read once.
    drop(forms::again(
        staff.site(),
        &staff.keys(),
        FORM,
        &back,
        shown,
    ));
    Ok(())
}

/// What is said to her, in her language, discreet, with her private link.
fn text(site: &Site, to_send: &ToSend) -> String {
    let link = to_send
        .link_token
        .as_ref()
        .map(|token| routes::private_link(&site.public_url, token))
        .unwrap_or_default();
    match sentence(t(to_send.lang).said(), to_send.kind) {
        Some(sentence) => fill(sentence, &[("link", &link)]).trim().to_owned(),
        None => String::new(),
    }
}

/// The sentence of a kind; none for what only the staff do.
const fn sentence(said: &Said, kind: MessageKind) -> Option<&'static str> {
    match kind {
        MessageKind::Seat => Some(said.seat),
        MessageKind::Moved => Some(said.moved),
        MessageKind::Cancelled => Some(said.cancelled),
        MessageKind::Repeat => Some(said.repeat),
        MessageKind::Link => Some(said.link),
        MessageKind::Left => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::phone::PhoneNumber;

    use super::*;
    use crate::ssr::{Assets, Clock, Watch};

    #[test]
    fn what_is_said_to_her_has_her_link_and_names_nothing() {
        let site = Site {
            public_url: "https://m.example".to_owned(),
            secure_cookies: true,
            assets: Assets::default(),
            clock: Clock::new(|| jiff::Timestamp::UNIX_EPOCH),
            watch: Watch::On,
        };
        for lang in Lang::ALL {
            for kind in MessageKind::ALL {
                let to_send = ToSend {
                    phone: PhoneNumber::parse("20123456").unwrap(),
                    kind: *kind,
                    lang,
                    link_token: Some("aaaaaaaaaaaaaaaaaaaaaa".to_owned()),
                };
                let text = text(&site, &to_send);
                let ends = text.ends_with("https://m.example/m#aaaaaaaaaaaaaaaaaaaaaa");
                assert_eq!(ends, !kind.is_task(), "{text}");
                let lower = text.to_lowercase();
                for named in ["mawid", "lab", "formation", "training", "تكوين", "مخبر"] {
                    assert!(!lower.contains(named) || named == "{text}");
                }
                assert!(text.chars().count() <= 160, "{text}");
            }
        }
    }
}
