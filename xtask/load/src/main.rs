//! Databases as large as a cluster may grow, and how fast sign-ups become durable in them.
//! For `cargo xtask bench`; no part of `mawid`.

mod dice;
mod people;
mod programme;
mod rates;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use domain::moment::WallDate;
use jiff::Timestamp;
use mimalloc::MiMalloc;
use store::{KeySource, Store};

/// The one of the server.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Fills databases and measures them.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Makes a programme and people who signed up for it
    Populate(Populate),
    /// Signs people up, as many at once as there are clients, and tells how fast it went
    Rate(Rate),
}

#[derive(Args)]
struct Place {
    /// sqlite:FILE or postgres://…
    #[arg(long)]
    database: String,
    /// The key; SQLite makes one beside its file
    #[arg(long)]
    key_file: Option<PathBuf>,
    /// The same seed makes the same programme and the same people
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// How much of everything.
#[derive(Args)]
struct Populate {
    #[command(flatten)]
    place: Place,
    #[arg(long, default_value_t = 10_000)]
    people: u64,
    #[arg(long, default_value_t = 500)]
    sessions: usize,
    /// A session of every so many is still to come; the others lie in the past
    #[arg(long, default_value_t = 2)]
    one_ahead_in: usize,
    /// Seats of every instance and slot, instead of as many as a room holds
    #[arg(long)]
    seats: Option<u32>,
}

#[derive(Args)]
struct Rate {
    #[command(flatten)]
    place: Place,
    #[arg(long, default_value_t = 100)]
    instances: usize,
    #[arg(long, default_value_t = 10_000)]
    sign_ups: u64,
    /// The number of the first of those who sign up, so that nobody does so twice
    #[arg(long, default_value_t = 0)]
    first_person: u64,
    #[arg(long, default_value_t = 64)]
    clients: u64,
}

impl Place {
    async fn open(&self) -> anyhow::Result<Store> {
        let key = self.key_file.clone();
        let key = key.map_or(KeySource::Beside, KeySource::File);
        Ok(Store::open(&self.database, key).await?)
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let now = Timestamp::now();
    match Arguments::parse().task {
        Task::Populate(wanted) => {
            eprintln!("seed {}", wanted.place.seed);
            let store = wanted.place.open().await?;
            let dice = &mut dice::Dice::new(wanted.place.seed);
            programme::import(&store, &wanted, today(now)?, dice).await?;
            people::sign_up(&store, wanted.people, now, dice).await
        }
        Task::Rate(wanted) => {
            let store = wanted.place.open().await?;
            rates::measure(&store, &wanted, today(now)?).await
        }
    }
}

fn today(now: Timestamp) -> anyhow::Result<WallDate> {
    Ok(now.in_tz(programme::ZONE)?.date().into())
}
