//! One run of a course: its dates, places for children, how full it is, and the way in.
//! The course around it is left to the pages.

use domain::programme::ChildAgeBand;
use leptos::prelude::*;

use super::slots::Slots;
use crate::{
    components::{
        icon::{Icon, Pictogram},
        session::{Badges, Lines, SeatsLeft, SignUpLink},
    },
    i18n::{t, use_lang},
    public::model::{Access, Instance, Pool},
};

/// One run: signed up for as a whole, or slot by slot.
#[component]
pub fn Run(
    /// The run.
    instance: Instance,
    /// The course's title, to tell the links apart when they are heard.
    title: String,
    /// For women only.
    women_only: bool,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).course();
    let access = Access {
        women_only,
        step_free: false,
        childcare_places: 0,
    };
    let sessions = u64::try_from(instance.lines.len()).unwrap_or_default();
    let how = match &instance.whole {
        Some(_) => texts.whole.of(lang, sessions),
        None => texts.slots.to_owned(),
    };
    let lines = instance.lines;
    let dates = match instance.whole {
        Some(pool) => view! { <Lines lines/><Whole pool title/> }.into_any(),
        None => view! { <Slots lines/> }.into_any(),
    };
    view! {
        <div class="card run">
            <h3>{how}</h3>
            <Badges access/>
            <Childcare bands=instance.childcare/>
            {dates}
        </div>
    }
    .into_any()
}

#[component]
fn Whole(pool: Pool, title: String) -> impl IntoView {
    view! {
        <SeatsLeft seats=pool.seats/>
        <SignUpLink pool what=title/>
    }
}

/// How many children of which age can be looked after.
#[component]
pub fn Childcare(
    /// The ages, each with its places.
    bands: Vec<(ChildAgeBand, u64)>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let course = texts.course();
    let band = |(band, places): (ChildAgeBand, u64)| {
        let age = match band {
            ChildAgeBand::Under3 => course.under_3,
            ChildAgeBand::From3To5 => course.from_3_to_5,
            ChildAgeBand::From6To12 => course.from_6_to_12,
        };
        let places = texts.session().childcare_places.of(lang, places);
        view! { <li>{age}" – "{places}</li> }
    };
    if bands.is_empty() {
        return ().into_any();
    }
    view! {
        <div class="childcare">
            <p><Pictogram icon=Icon::Child/><strong>{texts.session().childcare}</strong></p>
            <ul>{bands.into_iter().map(band).collect_view()}</ul>
        </div>
    }
    .into_any()
}
