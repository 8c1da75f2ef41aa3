//! A seeded walk through everything that people do to seats, beside a model that is small enough
//! to be believed: each answer of the store must be the model's, on both databases.
//! Races are left to `seats`, durability to its own tests.
//!
//! `MAWID_TEST_SEED` repeats a walk, `MAWID_TEST_STEPS` makes it longer; with `TMPDIR` on a
//! memory disk a million steps take minutes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "this test needs half of what the others share")]
mod common;
#[path = "../common/dice.rs"]
mod dice;
mod model;
#[path = "../common/staff.rs"]
mod staff;
mod steps;
mod walk;

use dice::{Dice, number};
use store::testing::stores;
use walk::Walk;

/// Steps on one fresh database; short enough that its deadlines pass in each.
const CHUNK: usize = 500;
/// What every test run can afford on a disk.
const STEPS: usize = 2 * CHUNK;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_do_the_store_answers_as_the_model_does() {
    let seed = Dice::seed();
    let steps = number("MAWID_TEST_STEPS").map_or(STEPS, |n| usize::try_from(n).unwrap());
    println!("MAWID_TEST_SEED={seed} MAWID_TEST_STEPS={steps}");
    for chunk in 0..steps.div_ceil(CHUNK) {
        let mut answers = Vec::new();
        for t in stores().await {
            let dice = Dice::new(seed.wrapping_add(chunk as u64));
            let name = format!("{}, seed {seed}, chunk {chunk}", t.database);
            let mut walk = Walk::begin(t.store.clone(), dice, name).await;
            walk.go(CHUNK).await;
            answers.push(walk.answers());
        }
        // Step by step each database has answered as the model did, and so as the other did.
        answers.dedup();
        assert_eq!(answers.len(), 1, "seed {seed}, chunk {chunk}");
    }
}
