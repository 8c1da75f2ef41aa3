//! Who is enrolled in a run: a table on a wide screen and on paper, a list of cards on a phone.

use leptos::prelude::*;

use crate::{
    components::childcare::told_to_staff,
    i18n::{fill, t, use_lang},
    routes,
    staff::{
        desk_model::Row,
        parts::{StandingBadge, age_text, moment_text},
    },
};

/// The list.
#[component]
pub fn Roster(
    /// The questions that have a column.
    questions: Vec<String>,
    /// Its rows.
    rows: Vec<Row>,
) -> impl IntoView {
    let texts = &t(use_lang()).desk().run;
    let body = if rows.is_empty() {
        view! { <p class="notice">{texts.none}</p> }.into_any()
    } else {
        view! { <Table questions rows/> }.into_any()
    };
    view! {
        <section aria-labelledby="enrolments">
            <h2 id="enrolments">{texts.enrolments}</h2>
            {body}
        </section>
    }
}

#[component]
fn Table(questions: Vec<String>, rows: Vec<Row>) -> impl IntoView {
    let texts = &t(use_lang()).desk().run;
    let has_children = rows.iter().any(|row| row.childcare.is_some());
    let has_slots = rows.iter().any(|row| row.slot.is_some());
    let rows = rows
        .into_iter()
        .map(|row| view! { <Line row has_slots has_children/> })
        .collect_view();
    let children = t(use_lang()).childcare().column;
    let questions = questions.into_iter().map(|question| {
        view! { <th class="answer" role="columnheader" scope="col">{question}</th> }
    });
    let questions = questions.collect_view();
    // Roles are said, because a table that is shown as cards loses them in some browsers.
    view! {
        <table class="roster" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{texts.name}</th>
                    <th role="columnheader" scope="col">{texts.status}</th>
                    {has_slots
                        .then(|| view! { <th role="columnheader" scope="col">{texts.slot}</th> })}
                    {has_children
                        .then(|| view! { <th role="columnheader" scope="col">{children}</th> })}
                    <th role="columnheader" scope="col">{texts.age}</th>
                    <th role="columnheader" scope="col">{texts.project}</th>
                    <th role="columnheader" scope="col">{texts.signed_up}</th>
                    {questions}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

#[component]
fn Line(row: Row, has_slots: bool, has_children: bool) -> impl IntoView {
    let lang = use_lang();
    let texts = &t(lang).desk().run;
    let flag = |text: String| view! { <span class="flag-note">{text}</span> };
    let repeats = (row.repeats > 0).then(|| flag(texts.repeats.of(lang, row.repeats)));
    let notes = (row.notes > 0).then(|| flag(t(lang).joining().notes.of(lang, row.notes)));
    let helped = row.assisted_by.map(|name| {
        let text = fill(texts.assisted_by, &[("name", &name)]);
        view! { " "<span class="quiet-text">{text}</span> }
    });
    let slot = has_slots.then(|| {
        let slot = row.slot.map(|at| moment_text(lang, at));
        view! { <td role="cell">{slot}</td> }
    });
    let status = row.standing.status;
    let children = has_children.then(|| {
        let told = row
            .childcare
            .map(|claim| told_to_staff(lang, status, &claim));
        view! { <td role="cell">{told}</td> }
    });
    let answers = row.answers.into_iter();
    let answers = answers
        .map(|answer| view! { <td class="answer" role="cell"><bdi>{answer}</bdi></td> })
        .collect_view();
    view! {
        <tr role="row" class=row.standing.status.as_str()>
            <th role="rowheader" scope="row">
                <a href=routes::record(lang, row.id)><bdi>{row.name}</bdi></a>
                {repeats}
                {notes}
            </th>
            <td role="cell"><StandingBadge standing=row.standing/></td>
            {slot}
            {children}
            <td role="cell">{row.age_band.map(|band| age_text(lang, band))}</td>
            <td role="cell">{row.project}</td>
            <td role="cell">{moment_text(lang, row.signed_up)}{helped}</td>
            {answers}
        </tr>
    }
}
