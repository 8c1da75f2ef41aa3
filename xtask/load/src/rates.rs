//! How many sign-ups a second become durable, with so many clients at once; beside it, how
//! often this disk makes anything durable in the same minute.

use std::fs::File;
use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::{id::SeatsId, lang::Lang, moment::WallDate};
use jiff::{Timestamp, ToSpan as _};
use store::{
    Store, calendar,
    enrolment::{SignUp, SignUpOutcome},
};

use crate::{Populate, Rate, dice::Dice, people, programme};

/// Enough for some hundred instances.
const SESSIONS: usize = 500;
/// More than anyone asks for: what is measured is sign-ups that get a seat.
const SEATS: u32 = 1_000_000;

/// Measures and prints one line: `sign_ups_per_second 2345 p99_ms 31 fsyncs_per_second 512`.
pub async fn measure(store: &Store, wanted: &Rate, today: WallDate) -> anyhow::Result<()> {
    let pools = pools(store, wanted, today).await?;
    let next = Arc::new(AtomicU64::new(wanted.first_person));
    let until = wanted.first_person + wanted.sign_ups;
    let begun = Instant::now();
    let clients: Vec<_> = (0..wanted.clients)
        .map(|client| {
            let (store, pools, next) = (store.clone(), pools.clone(), Arc::clone(&next));
            let dice = Dice::new(wanted.place.seed ^ client << 32 ^ wanted.first_person << 8);
            tokio::spawn(client_of(store, pools, next, until, dice))
        })
        .collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(client.await??);
    }
    let seconds = begun.elapsed().as_secs_f64();
    times.sort_unstable();
    let p99 = times[times.len() * 99 / 100];
    println!(
        "sign_ups_per_second {:.0} p99_ms {:.1} fsyncs_per_second {}",
        times.len() as f64 / seconds,
        p99.as_secs_f64() * 1000.0,
        fsyncs()?
    );
    Ok(())
}

/// The pools of a programme made for it, with more seats than anyone asks for.
async fn pools(store: &Store, wanted: &Rate, today: WallDate) -> anyhow::Result<Arc<[SeatsId]>> {
    let plan = Populate {
        place: crate::Place {
            database: String::new(),
            key_file: None,
            seed: wanted.place.seed,
        },
        people: 0,
        sessions: SESSIONS,
        one_ahead_in: 1,
        seats: Some(SEATS),
    };
    programme::import(store, &plan, today, &mut Dice::new(wanted.place.seed)).await?;
    let mut conn = store.read().await?;
    let from = Timestamp::now() + 24.hours();
    let all = calendar::sessions_between(&mut conn, from, Timestamp::MAX).await?;
    let mut pools: Vec<SeatsId> = Vec::new();
    for entry in all {
        let seats = &entry.seats;
        // A run that has begun may have sessions ahead, and takes nobody any more.
        let is_open = seats.closes_at > from;
        if is_open && pools.len() < wanted.instances && !pools.contains(&seats.id) {
            pools.push(seats.id);
        }
    }
    Ok(pools.into())
}

async fn client_of(
    store: Store,
    pools: Arc<[SeatsId]>,
    next: Arc<AtomicU64>,
    until: u64,
    mut dice: Dice,
) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    loop {
        let person = next.fetch_add(1, Ordering::Relaxed);
        if person >= until {
            return Ok(times);
        }
        let sign_up = SignUp {
            seats: *dice.pick(&pools),
            details: people::details(person, &mut dice),
            lang: Lang::Ar,
            consent_text: "load",
            visit: Vec::new(),
            holder: None,
            doubt: None,
            assistant: None,
            at: Timestamp::now(),
        };
        let begun = Instant::now();
        let outcome = store.write(sign_up).await?;
        times.push(begun.elapsed());
        if !matches!(outcome, SignUpOutcome::Accepted(_)) {
            anyhow::bail!("not accepted: {outcome:?}");
        }
    }
}

/// A page of SQLite written and made durable, again and again for a second.
fn fsyncs() -> anyhow::Result<u32> {
    let path = std::env::current_dir()?.join(format!("fsync-{}", std::process::id()));
    let mut file = File::create(&path)?;
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < Duration::from_secs(1) {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    std::fs::remove_file(&path)?;
    Ok(count)
}
