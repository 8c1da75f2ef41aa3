//! A row while the page lives: what it shows, and what is still on its way. Taps show at once
//! and are sent one after the other, so that the last one stands.

use domain::{
    id::{EnrolmentId, MarkId, SessionId},
    lang::Lang,
    mark::MarkStatus,
};
use leptos::{prelude::*, task::spawn_local};

use super::create_mark;
use crate::{
    error::AppError,
    platform,
    staff::model::{RollCell, RollRow},
};

/// Where a row's last tap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journey {
    /// Nothing was tapped since the page came.
    AtRest,
    /// On its way.
    Sending,
    /// Written down.
    Saved,
    /// Not written down.
    Failed(AppError),
}

/// A mark that was sent. Until the server's answer is here it may have arrived or not, so its id
/// belongs to what it says.
#[derive(Clone, Copy)]
struct Sent {
    id: MarkId,
    status: MarkStatus,
    base_version: u32,
}

/// The live part of a row.
#[derive(Clone, Copy)]
pub struct Taps {
    lang: Lang,
    session: SessionId,
    enrolment: EnrolmentId,
    /// What the server knows.
    cell: RwSignal<RollCell>,
    /// What was tapped last, shown before the server knows.
    shown: RwSignal<MarkStatus>,
    journey: RwSignal<Journey>,
    /// What was sent last and has no answer.
    unanswered: StoredValue<Option<Sent>>,
}

impl Taps {
    /// A row as the server sent it.
    pub fn new(lang: Lang, session: SessionId, row: &RollRow) -> Self {
        Self {
            lang,
            session,
            enrolment: row.enrolment,
            cell: RwSignal::new(row.cell.clone()),
            shown: RwSignal::new(row.cell.status),
            journey: RwSignal::new(Journey::AtRest),
            unanswered: StoredValue::new(None),
        }
    }

    /// What the row shows.
    pub fn status(self) -> MarkStatus {
        self.shown.get()
    }

    /// What the server knows of the row.
    pub fn cell(self) -> RollCell {
        self.cell.get()
    }

    /// Where the last tap is.
    pub fn journey(self) -> Journey {
        self.journey.get()
    }

    /// A tap.
    pub fn tap(self, status: MarkStatus) {
        self.shown.set(status);
        // One that is under way looks at `shown` when it comes back.
        if self.journey.get_untracked() != Journey::Sending {
            self.send(status);
        }
    }

    /// Sends the last tap once more.
    pub fn try_again(self) {
        self.tap(self.shown.get_untracked());
    }

    fn send(self, status: MarkStatus) {
        self.journey.set(Journey::Sending);
        let sent = self.next_mark(status);
        self.unanswered.set_value(Some(sent));
        let Self {
            lang,
            session,
            enrolment,
            ..
        } = self;
        spawn_local(async move {
            let Sent {
                id, base_version, ..
            } = sent;
            let answer = create_mark(lang, id, session, enrolment, status, base_version).await;
            self.answered(status, answer);
        });
    }

    /// The mark to send. The same answer once more is the same mark; another answer is another
    /// mark, even if the first never arrived.
    fn next_mark(self, status: MarkStatus) -> Sent {
        let (next, base_version) = self.cell.with_untracked(|cell| (cell.next, cell.version));
        let id = match self.unanswered.get_value() {
            None => next,
            Some(sent) if sent.status == status => return sent,
            Some(_) => next.another(platform::random()),
        };
        Sent {
            id,
            status,
            base_version,
        }
    }

    /// The page may be gone by now: then there is nothing left to show.
    fn answered(self, sent: MarkStatus, answer: Result<RollCell, AppError>) {
        match answer {
            Ok(cell) => {
                let settled = cell.status;
                self.unanswered.try_set_value(None);
                self.cell.try_set(cell);
                match self.shown.try_get_untracked() {
                    Some(later) if later != sent => self.send(later),
                    _ => {
                        self.shown.try_set(settled);
                        self.journey.try_set(Journey::Saved);
                    }
                }
            }
            Err(error) => {
                self.journey.try_set(Journey::Failed(error));
            }
        }
    }
}
