//! The light above a roll: whether all marks are saved, and the counts. In words and shape;
//! colour only repeats them.

use domain::mark::MarkStatus;
use leptos::prelude::*;

use super::tap::{Journey, Taps};
use crate::{
    error::AppError,
    i18n::{staff::Roll, t, use_lang},
    routes,
};

/// What the light says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Light {
    Ready,
    Sending,
    Saved,
    Failed(u64),
    SignedOut,
}

impl Light {
    fn of(rows: &[Taps]) -> Self {
        let journeys: Vec<Journey> = rows.iter().map(|row| row.journey()).collect();
        let failed = journeys
            .iter()
            .filter(|it| matches!(it, Journey::Failed(_)))
            .count();
        if journeys.contains(&Journey::Failed(AppError::SignInNeeded)) {
            Self::SignedOut
        } else if failed > 0 {
            Self::Failed(failed as u64)
        } else if journeys.contains(&Journey::Sending) {
            Self::Sending
        } else if journeys.contains(&Journey::Saved) {
            Self::Saved
        } else {
            Self::Ready
        }
    }

    /// Class and sign: the sign tells without colour.
    const fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Ready => ("light ready", "●"),
            Self::Sending => ("light sending", "…"),
            Self::Saved => ("light saved", "✓"),
            Self::Failed(_) | Self::SignedOut => ("light failed", "!"),
        }
    }
}

/// Whether everything is saved.
#[component]
pub fn SavingLight(
    /// The rows.
    rows: StoredValue<Vec<Taps>>,
    /// The address of this roll.
    here: String,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let roll = &texts.staff().roll;
    let light = Memo::new(move |_| rows.with_value(|rows| Light::of(rows)));
    let words = move || match light.get() {
        Light::Ready => roll.light_ready.to_owned(),
        Light::Sending => roll.light_sending.to_owned(),
        Light::Saved => roll.light_saved.to_owned(),
        Light::Failed(count) => roll.light_failed.of(lang, count),
        Light::SignedOut => texts.common().sign_in_needed.to_owned(),
    };
    let sign_in = routes::sign_in_for(lang, &here);
    let to_sign_in = move || {
        (light.get() == Light::SignedOut).then(|| {
            view! { <a href=sign_in.clone()>{texts.staff().sign_in.submit}</a> }
        })
    };
    view! {
        <p class=move || light.get().look().0 role="status">
            <span class="sign" aria-hidden="true">{move || light.get().look().1}</span>
            <span>{words}</span>
            {to_sign_in}
        </p>
    }
}

/// How many of each: always who came and who is not marked yet, the others where there are any.
#[component]
pub fn RollCounts(
    /// The rows.
    rows: StoredValue<Vec<Taps>>,
) -> impl IntoView {
    let lang = use_lang();
    let roll = &t(lang).staff().roll;
    let counts = Memo::new(move |_| rows.with_value(|rows| counts(rows)));
    let shown = move || {
        let always = [MarkStatus::Present, MarkStatus::Unmarked];
        let all = counts.get().into_iter();
        let shown = all.filter(|(status, count)| *count > 0 || always.contains(status));
        shown
            .map(|(status, count)| {
                let class = format!("count {}", status.as_str());
                view! { <li class=class>{plural(roll, status).of(lang, count)}</li> }
            })
            .collect_view()
    };
    view! { <ul class="counts" aria-label=roll.counts>{shown}</ul> }
}

fn counts(rows: &[Taps]) -> Vec<(MarkStatus, u64)> {
    let each = MarkStatus::ALL.iter().map(|&status| {
        let count = rows.iter().filter(|row| row.status() == status).count();
        (status, count as u64)
    });
    each.collect()
}

fn plural(roll: &'static Roll, status: MarkStatus) -> &'static crate::i18n::Plural {
    match status {
        MarkStatus::Present => &roll.count_present,
        MarkStatus::Late => &roll.count_late,
        MarkStatus::Excused => &roll.count_excused,
        MarkStatus::Absent => &roll.count_absent,
        MarkStatus::Unmarked => &roll.count_unmarked,
    }
}
