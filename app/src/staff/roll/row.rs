//! One row of the roll: a plain form with a button for each answer. With scripts a tap shows at
//! once and is sent behind it.

use domain::{
    enrolment::EnrolmentStatus,
    id::SessionId,
    lang::Lang,
    mark::MarkStatus,
    moment::{WallDate, short_date},
};
use leptos::{prelude::*, server_fn::ServerFn as _};

use super::{
    CreateMark,
    tap::{Journey, Taps},
};
use crate::{
    components::{
        childcare::told_to_staff,
        icon::{Icon, Pictogram},
    },
    i18n::{Text, fill, staff::Roll, t, use_lang},
    routes,
    staff::{
        consents::PhotosBadge,
        model::{Flag, RollCell, RollRow, Voice},
    },
};

/// The answers, in the order of their buttons.
const ANSWERS: [MarkStatus; 4] = [
    MarkStatus::Present,
    MarkStatus::Late,
    MarkStatus::Excused,
    MarkStatus::Absent,
];

/// One row.
#[component]
pub fn Row(
    /// The row as the server sent it.
    row: RollRow,
    /// Its session.
    session: SessionId,
    /// The session's day.
    date: WallDate,
    /// Its live part.
    taps: Taps,
) -> impl IntoView {
    let lang = use_lang();
    let roll = &t(lang).staff().roll;
    let is_known = row.name.is_some();
    let confirmed = EnrolmentStatus::Confirmed;
    let children = row.childcare.as_ref();
    let children = children.map(|claim| told_to_staff(lang, confirmed, claim));
    let name = row.name.unwrap_or_else(|| roll.unknown_name.to_owned());
    let group = name.clone();
    let answer = |status| view! { <Answer status taps name=name.clone()/> };
    let answers = ANSWERS.map(answer).collect_view();
    let class = move || format!("row {}", taps.status().as_str());
    view! {
        <li class=class id=routes::row_id(row.enrolment)>
            <form method="post" action=CreateMark::url()>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="session" value=session.to_string()/>
                <input type="hidden" name="enrolment" value=row.enrolment.to_string()/>
                <input type="hidden" name="id" value=move || taps.cell().next.to_string()/>
                <input
                    type="hidden"
                    name="base_version"
                    value=move || taps.cell().version.to_string()
                />
                <h2><bdi>{name.clone()}</bdi></h2>
                {is_known.then(|| view! { <PhotosBadge photos=row.photos/> })}
                {children.map(|told| view! { <p class="children">{told}</p> })}
                {row.flag.map(|flag| view! { <p class="flag">{flag_text(roll, flag)}</p> })}
                <State taps date/>
                <div class="answers" role="group" aria-label=group>
                    {answers}
                    <Undo taps name/>
                </div>
            </form>
        </li>
    }
}

/// The button for one answer. Its sign and its border tell without colour that it is chosen.
#[component]
fn Answer(status: MarkStatus, taps: Taps, name: String) -> impl IntoView {
    let text = status_text(&t(use_lang()).staff().roll, status);
    let chosen = move || {
        if taps.status() == status {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <button
            type="submit"
            name="status"
            value=status.as_str()
            class=format!("answer {}", status.as_str())
            aria-pressed=chosen
            aria-label=format!("{text}: {name}")
            on:click=move |event| {
                event.prevent_default();
                taps.tap(status);
            }
        >
            <Pictogram icon=sign(status)/>
            {text}
        </button>
    }
}

/// Takes the last mark back.
#[component]
fn Undo(taps: Taps, name: String) -> impl IntoView {
    let text = t(use_lang()).staff().roll.undo;
    view! {
        <button
            type="submit"
            name="status"
            value=MarkStatus::Unmarked.as_str()
            class="answer undo"
            disabled=move || taps.status() == MarkStatus::Unmarked
            aria-label=format!("{text}: {name}")
            on:click=move |event| {
                event.prevent_default();
                taps.tap(MarkStatus::Unmarked);
            }
        >
            <Pictogram icon=sign(MarkStatus::Unmarked)/>
            {text}
        </button>
    }
}

/// What the row says now: the answer in words, when and by whom, and whether it is saved.
#[component]
fn State(taps: Taps, date: WallDate) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang);
    let roll = &texts.staff().roll;
    let words = move || match taps.journey() {
        Journey::Sending => roll.row_sending.to_owned(),
        Journey::Failed(_) => roll.row_failed.to_owned(),
        Journey::AtRest | Journey::Saved => last_text(roll, lang, date, &taps.cell()),
    };
    let again = move || {
        matches!(taps.journey(), Journey::Failed(_)).then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| taps.try_again()>
                    {texts.common().try_again}
                </button>
            }
        })
    };
    let open = move || {
        let said = taps.cell().contradicting;
        (!said.is_empty()).then(|| view! { <p class="flag">{contradiction(roll, &said)}</p> })
    };
    view! {
        <p class="state">
            <strong>{move || status_text(roll, taps.status())}</strong>
            " "
            <span>{words}</span>
            {again}
        </p>
        {open}
    }
}

fn last_text(roll: &Roll, lang: Lang, date: WallDate, cell: &RollCell) -> String {
    let Some(last) = cell.last else {
        return String::new();
    };
    let who = match last.by {
        Voice::Me => roll.by_me,
        Voice::Colleague => roll.by_other,
        Voice::Participant => roll.by_her,
    };
    let day = (last.date != date).then(|| format!("{} ", short_date(lang, last.date)));
    format!("{}{} {who}", day.unwrap_or_default(), last.time)
}

fn contradiction(roll: &Roll, said: &[MarkStatus]) -> String {
    let words: Vec<Text> = said
        .iter()
        .map(|&status| status_text(roll, status))
        .collect();
    fill(roll.disagreement, &[("marks", &words.join(" · "))])
}

const fn status_text(roll: &Roll, status: MarkStatus) -> Text {
    match status {
        MarkStatus::Present => roll.present,
        MarkStatus::Late => roll.late,
        MarkStatus::Excused => roll.excused,
        MarkStatus::Absent => roll.absent,
        MarkStatus::Unmarked => roll.unmarked,
    }
}

/// A pictogram instead of a sign of the font, which some phones show as a coloured picture.
const fn sign(status: MarkStatus) -> Icon {
    match status {
        MarkStatus::Present => Icon::Check,
        MarkStatus::Late => Icon::Clock,
        MarkStatus::Excused => Icon::Message,
        MarkStatus::Absent => Icon::Close,
        MarkStatus::Unmarked => Icon::Back,
    }
}

const fn flag_text(roll: &Roll, flag: Flag) -> Text {
    match flag {
        Flag::Cancelled => roll.flag_cancelled,
        Flag::NotConfirmed => roll.flag_not_confirmed,
        Flag::Unknown => roll.flag_unknown,
    }
}
