//! "I have lost my link." What is written while she waits is the same whether the number is known
//! or not; whom it concerns is looked up when staff look at the outbox.

use domain::{lang::Lang, message::MessageKind, phone::PhoneNumber};
use jiff::Timestamp;
use uuid::Uuid;

use super::post;
use crate::{Conn, StoreError, Write};

/// More in an hour are no people; whoever asks then hears the same and can ring the hub.
const HOURLY_MAX: i64 = 300;
/// So many enrolments of one phone get their link: families share phones.
const LINKS_MAX: i64 = 8;

/// Asks for the link of whoever has this phone.
#[derive(Clone)]
pub struct AskForLink {
    /// The number that was typed.
    pub phone: PhoneNumber,
    /// The language of the page.
    pub lang: Lang,
    /// Now.
    pub at: Timestamp,
}

impl std::fmt::Debug for AskForLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AskForLink(…)")
    }
}

impl Write for AskForLink {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        let index = tx
            .keys()
            .blind_index("people.phone", self.phone.as_e164().as_bytes());
        execute!(
            tx,
            "INSERT INTO link_requests (phone_index, hour, lang, asked_at, is_open) \
             SELECT $1, $2, $3, $4, $5 \
             WHERE (SELECT COUNT(*) FROM link_requests WHERE hour = $2) < $6 \
             ON CONFLICT (phone_index, hour) DO NOTHING",
            &index[..],
            self.at.as_second() / 3600,
            self.lang.code(),
            self.at.as_microsecond(),
            true,
            HOURLY_MAX
        )?;
        Ok(())
    }
}

/// Whether someone has asked since it was looked last.
pub async fn are_links_asked_for(conn: &mut Conn) -> Result<bool, StoreError> {
    let row = fetch_optional!(
        conn,
        (i64,),
        "SELECT hour FROM link_requests WHERE is_open LIMIT 1"
    )?;
    Ok(row.is_some())
}

/// Turns what was asked into messages to those whom it concerns: who is enrolled in something
/// that is not over. Of the others nothing comes.
#[derive(Debug, Clone, Copy)]
pub struct FindLinks {
    /// Now.
    pub at: Timestamp,
}

impl Write for FindLinks {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        let asked: Vec<(Vec<u8>,)> = fetch_all!(
            tx,
            (Vec<u8>,),
            "UPDATE link_requests SET is_open = $1 WHERE is_open RETURNING phone_index",
            false
        )?;
        for (phone_index,) in asked {
            for (enrolment,) in self.coming(tx, &phone_index).await? {
                post(tx, enrolment, MessageKind::Link, self.at).await?;
            }
        }
        Ok(())
    }
}

impl FindLinks {
    async fn coming(&self, tx: &mut Conn, phone_index: &[u8]) -> Result<Vec<(Uuid,)>, StoreError> {
        fetch_all!(
            tx,
            (Uuid,),
            "SELECT e.id FROM enrolments e JOIN seats p ON p.id = e.seats_id \
             WHERE e.person_id IN (SELECT COALESCE(q.merged_into, q.id) FROM people q \
                                   WHERE q.phone_index = $1) \
               AND e.merged_into IS NULL AND e.status NOT IN ('cancelled', 'excused') \
               AND EXISTS (SELECT 1 FROM sessions m WHERE m.instance_id = p.instance_id \
                   AND (p.session_id IS NULL OR m.id = p.session_id) AND m.ends_at > $2) \
             ORDER BY e.changed_at DESC, e.id LIMIT $3",
            phone_index,
            self.at.as_microsecond(),
            LINKS_MAX
        )
    }
}
