//! A course's view.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{ShowCourse, run::Run};
use crate::{
    components::{
        facts::{CommonFacts, SampleNote},
        head::PublicHead,
        missing::{Kind, Missing},
        page_top::PageTop,
        places::Points,
        session::Lines,
        thanks::Acknowledgement,
    },
    i18n::{t, use_lang},
    public::model::{self, Instance, SessionLine},
    routes,
    still::still,
};

/// A course.
#[component]
pub fn CoursePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let slug = move || params.read().get("slug").unwrap_or_default();
    still(
        move || ShowCourse { lang, slug: slug() },
        |course| match course {
            Some(course) => view! { <Course course/> }.into_any(),
            None => view! { <Missing kind=Kind::Course/> }.into_any(),
        },
    )
}

#[component]
fn Course(course: model::CoursePage) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let about = course.about;
    let title = about.title.clone();
    let thanks = about.thanks.clone();
    let women_only = about.women_only;
    let instances = course.instances;
    let is_sample = instances.iter().any(|instance| instance.is_sample);
    view! {
        <PublicHead title=title.clone() description=format!("{} · {}", about.hub.mark.name, about.summary)/>
        <article>
            <PageTop href=routes::calendar(lang) name=texts.common().calendar said=course.said/>
            <h1>{title.clone()}</h1>
            <p class="lead">{about.summary.clone()}</p>
            <Instances instances title women_only/>
            {is_sample.then(|| view! { <SampleNote/> })}
            <section>
                <h2>{texts.course().for_whom}</h2>
                <p>{course.audience}</p>
                <h2>{texts.course().learns}</h2>
                <Points points=course.learns/>
            </section>
            <dl class="facts"><CommonFacts about rooms=course.rooms/></dl>
            <Past lines=course.past/>
            <Acknowledgement thanks/>
        </article>
    }
}

#[component]
fn Instances(instances: Vec<Instance>, title: String, women_only: bool) -> impl IntoView {
    let texts = t(use_lang()).course();
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

/// What is over, folded away: it is there for those who look for it.
#[component]
fn Past(lines: Vec<SessionLine>) -> impl IntoView {
    let past = t(use_lang()).course().past;
    (!lines.is_empty()).then(|| {
        view! {
            <details class="past">
                <summary>{past}</summary>
                <Lines lines/>
            </details>
        }
    })
}
