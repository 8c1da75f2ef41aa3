//! A course's view.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::ShowCourse;
use crate::{
    ask::ask,
    components::{
        facts::{Acknowledgement, CommonFacts, SampleNote},
        head::PublicHead,
        loaded::loaded,
        session::{Badges, Lines, SeatsLeft, SignUpLink},
    },
    i18n::{t, use_lang},
    public::model::{self, Access, Instance, Pool},
};

/// A course.
#[component]
pub fn CoursePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    let course = ask(move || ShowCourse { lang, slug: slug() });
    loaded(course, |course| view! { <Course course/> })
}

#[component]
fn Course(course: model::CoursePage) -> impl IntoView {
    let texts = t(use_lang());
    let about = course.about;
    let title = about.title.clone();
    let thanks = about.thanks.clone();
    let women_only = about.women_only;
    let instances = course.instances;
    let is_sample = instances.iter().any(|instance| instance.is_sample);
    view! {
        <PublicHead title=title.clone() description=about.summary.clone()/>
        <article>
            <h1>{title.clone()}</h1>
            <p class="lead">{about.summary.clone()}</p>
            <Instances instances title women_only/>
            {is_sample.then(|| view! { <SampleNote/> })}
            <section>
                <h2>{texts.course.for_whom}</h2>
                <p>{course.audience}</p>
                <h2>{texts.course.learns}</h2>
                <ul>{course.learns.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}</ul>
            </section>
            <dl class="facts"><CommonFacts about/></dl>
            <Acknowledgement thanks/>
        </article>
    }
}

#[component]
fn Instances(instances: Vec<Instance>, title: String, women_only: bool) -> impl IntoView {
    let texts = &t(use_lang()).course;
    let list = if instances.is_empty() {
        view! { <p>{texts.no_dates}</p> }.into_any()
    } else {
        let run = move |instance| view! { <Run instance title=title.clone() women_only/> };
        instances.into_iter().map(run).collect_view().into_any()
    };
    view! {
        <section aria-labelledby="dates">
            <h2 id="dates">{texts.dates}</h2>
            {list}
        </section>
    }
}

/// One run: signed up for as a whole, or slot by slot.
#[component]
fn Run(instance: Instance, title: String, women_only: bool) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).course;
    let access = Access {
        women_only,
        step_free: false,
        childcare_places: instance.childcare_places,
    };
    let sessions = u64::try_from(instance.lines.len()).unwrap_or_default();
    let how = match &instance.whole {
        Some(_) => texts.whole.of(lang, sessions),
        None => texts.slots.to_owned(),
    };
    let whole = instance.whole.map(|pool| view! { <Whole pool title/> });
    view! {
        <div class="card run">
            <h3>{how}</h3>
            <Badges access/>
            <Lines lines=instance.lines/>
            {whole}
        </div>
    }
}

#[component]
fn Whole(pool: Pool, title: String) -> impl IntoView {
    view! {
        <SeatsLeft seats=pool.seats/>
        <SignUpLink pool what=title/>
    }
}
