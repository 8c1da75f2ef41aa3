//! The places of a run, pool by pool: how full, how many seats, places for children, and who
//! changed their number.

use domain::{id::InstanceId, moment::time_range, programme::ChildAgeBand};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::ResizeSeats;
use crate::{
    i18n::{desk::Run, fill, t, use_lang},
    routes,
    staff::{
        courses::figures_text,
        desk_model::{Change, Pool},
        parts::moment_text,
    },
};

/// The places.
#[component]
pub fn Places(
    /// The run.
    instance: InstanceId,
    /// Its pools.
    pools: Vec<Pool>,
    /// Who changed their number of seats.
    changes: Vec<Change>,
) -> impl IntoView {
    let texts = &t(use_lang()).desk().run;
    let each = |pool| view! { <PoolCard instance pool/> };
    let pools = pools.into_iter().map(each).collect_view();
    view! {
        <section aria-labelledby="places">
            <h2 id="places">{texts.places}</h2>
            <ul class="cards">{pools}</ul>
            {(!changes.is_empty()).then(|| view! { <Changes changes/> })}
        </section>
    }
}

#[component]
fn PoolCard(instance: InstanceId, pool: Pool) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let (run, runs) = (&texts.desk().run, &texts.desk().runs);
    let slot = pool.slot.map(|when| {
        let date = domain::moment::short_date(lang, when.date);
        format!("{date} \u{2066}{}\u{2069}", time_range(when.from, when.to))
    });
    let what = slot.unwrap_or_else(|| runs.whole.to_owned());
    let closes = if pool.is_closed {
        run.closed.to_owned()
    } else {
        fill(run.closes, &[("when", &moment_text(lang, pool.closes))])
    };
    let children = pool.childcare.clone();
    let children = children
        .into_iter()
        .map(|places| child_line(run, runs.taken, places));
    let children = children.collect_view();
    let add = (!pool.is_closed).then(|| {
        let label = format!("{}: {what}", run.add);
        view! {
            <p>
                <a class="button" href=routes::staff_enrol(lang, &pool.slug) aria-label=label>
                    {run.add}
                </a>
            </p>
        }
    });
    view! {
        <li class="card pool">
            <h3>{what.clone()}</h3>
            <p>
                <strong>{figures_text(runs.taken, pool.figures)}</strong>
                " · "
                {runs.waiting.of(lang, pool.figures.waiting)}
            </p>
            <p>{closes}</p>
            {children}
            <SeatsForm instance pool=pool.clone() what=what.clone()/>
            {add}
        </li>
    }
}

/// Places for children of one age band: their word, taken, in all.
fn child_line(
    run: &'static Run,
    taken_of: &'static str,
    (band, taken, capacity): (String, u64, u64),
) -> impl IntoView {
    let age = match ChildAgeBand::parse(&band) {
        Some(ChildAgeBand::Under3) => run.under_3,
        Some(ChildAgeBand::From3To5) => run.from_3_to_5,
        Some(ChildAgeBand::From6To12) => run.from_6_to_12,
        None => "",
    };
    let (taken, capacity) = (taken.to_string(), capacity.to_string());
    let figures = fill(taken_of, &[("taken", &taken), ("capacity", &capacity)]);
    view! { <p>{run.childcare}" ("{age}") · "{figures}</p> }
}

/// More seats or fewer.
#[component]
fn SeatsForm(instance: InstanceId, pool: Pool, what: String) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().run;
    let id = format!("capacity-{}", pool.slug);
    let hint = format!("{id}-hint");
    let label = format!("{}: {what}", texts.resize);
    view! {
        <form class="seats-form no-print" method="post" action=ResizeSeats::url()>
            <input type="hidden" name="lang" value=lang.code()/>
            <input type="hidden" name="instance" value=instance.to_string()/>
            <input type="hidden" name="seats" value=pool.id.to_string()/>
            <div class="field">
                <label for=id.clone()>{texts.seats}</label>
                <p class="hint" id=hint.clone()>{texts.room_holds.of(lang, pool.room_holds)}</p>
                <input
                    id=id
                    name="capacity"
                    type="text"
                    inputmode="numeric"
                    maxlength="3"
                    autocomplete="off"
                    aria-describedby=hint
                    value=pool.figures.capacity.to_string()
                />
            </div>
            <button type="submit" class="quiet" aria-label=label>{texts.resize}</button>
        </form>
    }
}

#[component]
fn Changes(changes: Vec<Change>) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let line = |change: Change| {
        let (before, after) = (change.before.to_string(), change.after.to_string());
        let text = fill(
            texts.desk().run.change,
            &[("before", &before), ("after", &after)],
        );
        let by = fill(texts.desk().record.by, &[("name", &change.by)]);
        let slot = change
            .slot
            .map(|at| format!(" ({})", moment_text(lang, at)));
        view! { <li>{moment_text(lang, change.at)}" · "{text}{slot}" · "<bdi>{by}</bdi></li> }
    };
    view! {
        <details class="no-print">
            <summary>{texts.desk().run.changes}</summary>
            <ul>{changes.into_iter().map(line).collect_view()}</ul>
        </details>
    }
}
