//! Writing an answer down: hers through her link, or what she told staff. An answer that says
//! what was said before adds nothing.

use domain::{
    consent::Purpose,
    desk::ConsentChannel,
    id::{AccountId, EnrolmentId, PersonId, SignUpId},
    lang::Lang,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    task::{self, Withdrawal},
    told,
};
use crate::{Conn, StoreError, Write, enrolment::new_id, person};

/// One answer to the question of one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// For what.
    pub purpose: Purpose,
    /// Yes or no.
    pub granted: bool,
    /// The version of the text that it answers.
    pub text_version: &'static str,
}

/// One row of the ledger, to be added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) person: PersonId,
    pub(crate) said: Said,
    pub(crate) lang: Lang,
    pub(crate) channel: ConsentChannel,
    /// The enrolment that it was answered at.
    pub(crate) enrolment: Uuid,
    /// The link that it came through.
    pub(crate) sign_up: Option<SignUpId>,
    /// Who of the staff wrote it down.
    pub(crate) author: Option<AccountId>,
    pub(crate) at: Timestamp,
}

/// Adds a row to the ledger (law 2004-63, article 27: who, when, which text, which language,
/// which channel).
pub(crate) async fn append(tx: &mut Conn, line: &Line) -> Result<Uuid, StoreError> {
    let id = new_id(line.at);
    execute!(
        tx,
        "INSERT INTO consents (id, person_id, purpose, granted, text_version, lang, channel, \
         author_id, answered_at, sign_up_id, enrolment_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        line.person.0,
        line.said.purpose.as_str(),
        line.said.granted,
        line.said.text_version,
        line.lang.code(),
        line.channel.as_str(),
        line.author.map(|account| account.0),
        line.at.as_microsecond(),
        line.sign_up.map(|sign_up| sign_up.0),
        line.enrolment
    )?;
    Ok(id)
}

/// Her own answers, through her link or in the browser she signed up in.
#[derive(Debug, Clone)]
pub struct AnswerConsents {
    /// The request that her link belongs to.
    pub sign_up: SignUpId,
    /// What she answers.
    pub said: Vec<Said>,
    /// The language of the page.
    pub lang: Lang,
    /// Now.
    pub at: Timestamp,
}

/// What became of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// So many were written down; none where all had been said before.
    Added(usize),
    /// No such sign-up or enrolment.
    Unknown,
}

impl Write for AnswerConsents {
    type Output = Recorded;

    async fn run(&self, tx: &mut Conn) -> Result<Recorded, StoreError> {
        let row = fetch_optional!(
            tx,
            (Uuid, Uuid, bool),
            "SELECT e.person_id, e.id, s.is_repeat FROM sign_ups s \
             JOIN enrolments e ON e.id = s.enrolment_id WHERE s.id = $1",
            self.sign_up.0
        )?;
        let Some((person, enrolment, is_repeat)) = row else {
            return Ok(Recorded::Unknown);
        };
        let person = PersonId(person);
        person::hold(tx, person).await?;
        let mut added = 0;
        for said in &self.said {
            let line = Line {
                person,
                said: *said,
                lang: self.lang,
                channel: ConsentChannel::Web,
                enrolment,
                sign_up: Some(self.sign_up),
                author: None,
                at: self.at,
            };
            let mut before = Before::of(tx, person, said.purpose).await?;
            if is_repeat {
                before.last = told::through_link(tx, self.sign_up, said.purpose).await?;
            }
            added += usize::from(before.add(tx, &line).await?);
        }
        Ok(Recorded::Added(added))
    }
}

/// What she told staff: at the desk, on the phone, on paper.
#[derive(Debug, Clone, Copy)]
pub struct RecordConsent {
    /// On whose enrolment.
    pub enrolment: EnrolmentId,
    /// What she said.
    pub said: Said,
    /// How she said it.
    pub channel: ConsentChannel,
    /// The language of the text.
    pub lang: Lang,
    /// Who writes it down.
    pub by: AccountId,
    /// Now.
    pub at: Timestamp,
}

impl Write for RecordConsent {
    type Output = Recorded;

    async fn run(&self, tx: &mut Conn) -> Result<Recorded, StoreError> {
        // An open page may name one that was joined to another meanwhile.
        let row = fetch_optional!(
            tx,
            (Uuid, Uuid),
            "SELECT e.id, e.person_id FROM enrolments o \
             JOIN enrolments e ON e.id = COALESCE(o.merged_into, o.id) WHERE o.id = $1",
            self.enrolment.0
        )?;
        let Some((enrolment, person)) = row else {
            return Ok(Recorded::Unknown);
        };
        let person = PersonId(person);
        person::hold(tx, person).await?;
        let line = Line {
            person,
            said: self.said,
            lang: self.lang,
            channel: self.channel,
            enrolment,
            sign_up: None,
            author: Some(self.by),
            at: self.at,
        };
        let before = Before::of(tx, person, self.said.purpose).await?;
        Ok(Recorded::Added(usize::from(before.add(tx, &line).await?)))
    }
}

/// What was said before for one purpose.
struct Before {
    /// The answer that a new one is compared with. A repeat has its own: what she has said through
    /// her link it neither sees nor changes.
    last: Option<told::Latest>,
    /// Whether a yes of hers stands. A no through a repeat may be hers, until staff know better.
    stands: bool,
}

impl Before {
    async fn of(tx: &mut Conn, person: PersonId, purpose: Purpose) -> Result<Self, StoreError> {
        let last = told::by_person(tx, person, purpose).await?;
        let stands = last.as_ref().is_some_and(|last| last.granted);
        Ok(Self { last, stands })
    }

    /// Adds an answer unless it is the same as before in the same way; a yes that is taken back
    /// is a task for every hub that she has been at.
    async fn add(self, tx: &mut Conn, line: &Line) -> Result<bool, StoreError> {
        let said = line.said;
        let was_granted = self.last.as_ref().is_some_and(|last| last.granted);
        let mut at = line.at;
        if let Some(last) = self.last {
            let same = last.granted == said.granted && last.text_version == said.text_version;
            if same && last.channel == line.channel.as_str() {
                return Ok(false);
            }
            // The latest counts, whatever the clocks of two servers say.
            let after = Timestamp::from_microsecond(last.answered_at + 1);
            at = at.max(after.map_err(|_| StoreError::Unknown("consents.answered_at"))?);
        }
        let line = &Line { at, ..*line };
        let id = append(tx, line).await?;
        if (was_granted || self.stands) && !said.granted {
            let withdrawal = Withdrawal {
                consent: id,
                person: line.person,
                purpose: said.purpose,
                at,
            };
            task::open(tx, withdrawal).await?;
        }
        Ok(true)
    }
}
