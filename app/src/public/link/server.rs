//! Opening a private link.

#![expect(missing_docs, reason = "`#[server]` makes a struct of the arguments")]

use domain::{enrolment::Fault, lang::Lang};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    error::AppError,
    forms::Outcome,
    public::model::{PictureFault, PictureQuestion},
};

/// What is wrong with a pasted link. The link itself is a secret and never comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkFault {
    /// Nothing was pasted.
    Missing,
    /// It opens nothing.
    Unknown,
}

/// What was wrong with the form that was sent before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFaults {
    /// With the link.
    pub link: Option<LinkFault>,
    /// With the number of someone who has lost it.
    pub phone: Option<Fault>,
}

/// What was wrong with the form that was sent before, if anything.
#[server(endpoint = "links/form")]
pub async fn show_link() -> Result<LinkFaults, AppError> {
    use crate::{access, ssr::forms};

    let guard = access::public()?;
    let (site, keys) = (guard.site(), guard.keys());
    Ok(LinkFaults {
        link: forms::take(site, &keys, "link"),
        phone: forms::take(site, &keys, "lost"),
    })
}

/// Asks for a lost link. The answer is the same whether the number is known or not, and so is
/// what is done before it.
#[server(endpoint = "links/lost")]
pub async fn ask_lost_link(
    #[server(default)] lang: Lang,
    #[server(default)] phone: String,
) -> Result<Outcome<Fault>, AppError> {
    use crate::{access, routes, ssr::forms};
    use domain::{enrolment::Field, phone::PhoneNumber};

    let guard = access::public()?;
    match PhoneNumber::parse(&phone) {
        Ok(phone) => {
            guard.ask_for_link(phone, lang).await?;
            Ok(forms::done(&routes::lost(lang)))
        }
        Err(fault) => {
            let fault = Fault {
                field: Field::Phone,
                code: fault.into(),
            };
            let back = format!("{}#lost", routes::link(lang));
            Ok(forms::again(
                guard.site(),
                &guard.keys(),
                "lost",
                &back,
                fault,
            ))
        }
    }
}

/// Opens a private link, whole or only its code, for this visit.
#[server(endpoint = "links/open")]
pub async fn open_link(
    #[server(default)] lang: Lang,
    #[server(default)] token: String,
) -> Result<Outcome<LinkFault>, AppError> {
    use crate::{
        access, routes,
        ssr::{doorstep, forms, visit},
    };

    let guard = access::public()?;
    let again = |fault| {
        forms::again(
            guard.site(),
            &guard.keys(),
            "link",
            &routes::link(lang),
            fault,
        )
    };
    let code = token.rsplit('#').next().unwrap_or_default().trim();
    if code.is_empty() {
        return Ok(again(LinkFault::Missing));
    }
    let Some(sign_up) = guard.by_token(code).await? else {
        return Ok(again(LinkFault::Unknown));
    };
    if guard.asks_picture(sign_up).await? {
        doorstep::wait(guard.site(), &guard.keys(), sign_up);
        return Ok(forms::done(&routes::question(lang)));
    }
    visit::opened(guard.site(), &guard.keys(), sign_up);
    Ok(forms::done(&routes::mine(lang)))
}

/// The question of the link that was opened last; nothing when none waits for an answer.
#[server(endpoint = "links/question")]
pub async fn show_question() -> Result<Option<PictureQuestion>, AppError> {
    use crate::{
        access,
        ssr::{doorstep, forms},
    };

    let guard = access::public()?;
    let (site, keys) = (guard.site(), guard.keys());
    let Some(sign_up) = doorstep::who(site, &keys) else {
        return Ok(None);
    };
    let before = forms::take(site, &keys, "picture");
    let locked = guard.is_locked(sign_up).await?;
    let fault = before.or(locked.then_some(PictureFault::Locked));
    Ok(Some(PictureQuestion { fault }))
}

/// Answers it. The right picture opens the link for this visit.
#[server(endpoint = "links/answer")]
pub async fn answer_question(
    #[server(default)] lang: Lang,
    #[server(default)] picture: String,
) -> Result<Outcome<PictureFault>, AppError> {
    use crate::{
        access, routes,
        ssr::{doorstep, forms, visit},
    };
    use domain::enrolment::Picture;
    use store::enrolment::Guessed;

    let guard = access::public()?;
    let (site, keys) = (guard.site(), guard.keys());
    let again = |fault| forms::again(site, &keys, "picture", &routes::question(lang), fault);
    let Some(sign_up) = doorstep::who(site, &keys) else {
        return Ok(again(PictureFault::Expired));
    };
    let Some(picture) = Picture::parse(&picture) else {
        return Ok(again(PictureFault::Missing));
    };
    match guard.guess(sign_up, picture).await? {
        Guessed::Right => {
            doorstep::clear(site);
            visit::opened(site, &keys, sign_up);
            Ok(forms::done(&routes::mine(lang)))
        }
        Guessed::Wrong => Ok(again(PictureFault::Wrong)),
        Guessed::Locked => Ok(again(PictureFault::Locked)),
    }
}
