//! The slots of a run: a list by day, in which a free one is chosen with one press.
//! What is kept for whom, and the form that follows, are left to the server and to `enrol`.

use domain::moment::{WallDate, long_date, time_range};
use leptos::{prelude::*, server_fn::ServerFn as _};

use crate::{
    components::{
        icon::Pictogram,
        session::{seats_look, seats_text},
    },
    i18n::{t, use_lang},
    public::{
        enrol::ChooseSlot,
        model::{Pool, Seats, SessionLine},
    },
    routes,
};

/// The slots of a run. It is one plain form: each free slot is a button of it.
#[component]
pub fn Slots(
    /// The slots, the earliest first.
    lines: Vec<SessionLine>,
    /// Whether a heading of the second level stands above, not one of the third.
    #[prop(optional)]
    below_h2: bool,
) -> impl IntoView {
    let lang = use_lang();
    let heading = move |date| match below_h2 {
        true => view! { <h3>{long_date(lang, date)}</h3> }.into_any(),
        false => view! { <h4>{long_date(lang, date)}</h4> }.into_any(),
    };
    let day = move |(date, lines): (WallDate, Vec<SessionLine>)| {
        let slots = lines.into_iter().map(|line| view! { <Slot line/> });
        view! {
            {heading(date)}
            <ul class="slots">{slots.collect_view()}</ul>
        }
    };
    view! {
        <form method="post" action=ChooseSlot::PATH>
            <input type="hidden" name="lang" value=lang.code()/>
            {by_day(lines).into_iter().map(day).collect_view()}
        </form>
    }
    .into_any()
}

fn by_day(lines: Vec<SessionLine>) -> Vec<(WallDate, Vec<SessionLine>)> {
    let mut days: Vec<(WallDate, Vec<SessionLine>)> = Vec::new();
    for line in lines {
        match days.last_mut() {
            Some((date, of_day)) if *date == line.when.date => of_day.push(line),
            _ => days.push((line.when.date, vec![line])),
        }
    }
    days
}

#[component]
fn Slot(line: SessionLine) -> impl IntoView {
    let lang = use_lang();
    let session = t(lang).session();
    let times = time_range(line.when.from, line.when.to);
    let what = format!("{} {times}", long_date(lang, line.when.date));
    let pool = line.slot.filter(|_| !line.is_over);
    let Some(pool) = pool else {
        return view! {
            <li class="slot over"><bdi class="time">{times}</bdi>" "<span>{session.over}</span></li>
        }
        .into_any();
    };
    let (class, icon) = seats_look(pool.seats);
    let words = seats_text(lang, pool.seats);
    let inner = view! {
        <bdi class="time">{times}</bdi>
        <span class=class><Pictogram icon/>{words.clone()}</span>
    };
    let label = |verb: &str| format!("{verb}: {what} – {words}");
    let slot = match pool.seats {
        Seats::Left(_) => view! {
            <button type="submit" name="seats" value=pool.slug aria-label=label(session.choose)>
                {inner}
            </button>
        }
        .into_any(),
        Seats::Full(_) => view! {
            <a href=routes::enrol(lang, &pool.slug) aria-label=label(session.join_list)>{inner}</a>
        }
        .into_any(),
        Seats::Kept | Seats::Closed => view! { <p>{inner}</p> }.into_any(),
    };
    view! { <li class="slot">{slot}</li> }.into_any()
}

/// Chooses the one slot that a page is about.
#[component]
pub fn ChooseButton(
    /// The slot.
    pool: Pool,
    /// What for, to tell the buttons of a page apart when they are heard.
    what: String,
) -> impl IntoView {
    let lang = use_lang();
    let session = t(lang).session();
    match pool.seats {
        Seats::Left(_) => view! {
            <form method="post" action=ChooseSlot::PATH>
                <input type="hidden" name="lang" value=lang.code()/>
                <input type="hidden" name="seats" value=pool.slug/>
                <button type="submit" aria-label=format!("{}: {what}", session.sign_up)>
                    {session.sign_up}
                </button>
            </form>
        }
        .into_any(),
        Seats::Full(_) => view! {
            <a
                class="button"
                href=routes::enrol(lang, &pool.slug)
                aria-label=format!("{}: {what}", session.join_list)
            >
                {session.join_list}
            </a>
        }
        .into_any(),
        Seats::Kept | Seats::Closed => ().into_any(),
    }
}
