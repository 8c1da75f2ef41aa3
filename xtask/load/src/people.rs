//! People with names and phones that are nobody's, signed up through the store's own sign-up:
//! most for one thing, some for two, some who cancel and some who wait.

use std::collections::HashSet;
use std::time::Instant;

use domain::{
    enrolment::{EnrolForm, SignUpDetails},
    id::SeatsId,
    lang::Lang,
};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Conn, Store, StoreError, Write, calendar,
    enrolment::{Cancel, SignUp, SignUpOutcome},
};
use uuid::Uuid;

use crate::dice::Dice;

const GIVEN: [&str; 12] = [
    "سلمى", "آمنة", "مريم", "هاجر", "نورة", "رحمة", "Salma", "Amina", "Mariem", "Hager", "Rahma",
    "Ines",
];
const FAMILY: [&str; 10] = [
    "بن علي",
    "الطرابلسي",
    "المبروك",
    "بوعزيزي",
    "الجلاصي",
    "Ben Salah",
    "Trabelsi",
    "Mabrouk",
    "Jelassi",
    "Gharbi",
];
/// So many sign-ups share a commit.
const TOGETHER: usize = 2_000;
/// Phones are shuffled by a step that shares no factor with their number, so that none repeats.
const PHONES: u64 = 10_000_000;
const STEP: u64 = 7_654_321;

/// Many sign-ups in one transaction, each as if it came alone.
struct Batch(Vec<Wish>);

struct Wish {
    sign_up: SignUp,
    cancels: bool,
}

impl Write for Batch {
    type Output = ();

    async fn run(&self, tx: &mut Conn) -> Result<(), StoreError> {
        for Wish { sign_up, cancels } in &self.0 {
            let outcome = sign_up.run(tx).await?;
            if let (SignUpOutcome::Accepted(receipt), true) = (outcome, cancels) {
                let cancel = Cancel {
                    sign_up: receipt.sign_up,
                    reason: None,
                    at: sign_up.at + 1.hour(),
                };
                cancel.run(tx).await?;
            }
        }
        Ok(())
    }
}

/// Signs so many people up for what the calendar has.
pub async fn sign_up(
    store: &Store,
    people: u64,
    now: Timestamp,
    dice: &mut Dice,
) -> anyhow::Result<()> {
    let pools = pools(store).await?;
    let begun = Instant::now();
    let mut batch = Vec::with_capacity(TOGETHER);
    for person in 0..people {
        let times = 1 + usize::from(dice.once_in(5));
        for _ in 0..times {
            let (seats, closes_at) = *dice.pick(&pools);
            batch.push(wish(person, seats, closes_at.min(now), dice));
        }
        if batch.len() >= TOGETHER || person + 1 == people {
            store.write(Batch(std::mem::take(&mut batch))).await?;
            tell(person + 1, people, begun);
        }
    }
    Ok(())
}

fn tell(done: u64, of: u64, begun: Instant) {
    let step = (of / 20).max(1);
    if done == of || done % step < TOGETHER as u64 {
        eprintln!("{done} of {of} people, {} s", begun.elapsed().as_secs());
    }
}

/// What one can sign up for, and until when.
async fn pools(store: &Store) -> anyhow::Result<Vec<(SeatsId, Timestamp)>> {
    let mut conn = store.read().await?;
    let all = calendar::sessions_between(&mut conn, Timestamp::MIN, Timestamp::MAX).await?;
    let mut seen = HashSet::new();
    let pools = all.into_iter().map(|entry| entry.seats);
    Ok(pools
        .filter(|seats| seen.insert(seats.id.0))
        .map(|seats| (seats.id, seats.closes_at))
        .collect())
}

fn wish(person: u64, seats: SeatsId, before: Timestamp, dice: &mut Dice) -> Wish {
    let hours = 2 + i64::try_from(dice.below(20 * 24)).unwrap_or(0);
    Wish {
        sign_up: SignUp {
            seats,
            details: details(person, dice),
            lang: *dice.pick(&Lang::ALL),
            consent_text: "load",
            visit: Vec::new(),
            holder: None,
            doubt: None,
            assistant: None,
            at: before - hours.hours(),
        },
        cancels: dice.once_in(20),
    }
}

/// The form of the n-th person: the same name and phone each time.
pub fn details(person: u64, dice: &mut Dice) -> SignUpDetails {
    let phone = 20_000_000 + (person * STEP) % PHONES;
    let name = usize::try_from(person).unwrap_or(0);
    let form = EnrolForm {
        given_name: GIVEN[name % GIVEN.len()].to_owned(),
        family_name: FAMILY[name / GIVEN.len() % FAMILY.len()].to_owned(),
        phone: phone.to_string(),
        consent: "yes".to_owned(),
        waitlist: "yes".to_owned(),
        key: key(dice).to_string(),
        ..EnrolForm::default()
    };
    match form.parse() {
        Ok(details) => details,
        Err(faults) => unreachable!("a form of ours has faults: {faults:?}"),
    }
}

fn key(dice: &mut Dice) -> Uuid {
    Uuid::from_u64_pair(dice.next(), dice.next())
}
