//! Her meetings as a file for the diary of her phone (RFC 5545). Whoever reads the diary learns
//! when and nothing else: one neutral word, no place, no course, no link and no alarm.

use app::access;
use app::error::AppError;
use app::i18n::t;
use app::routes;
use app::ssr::diary::{self, Meeting};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::lang::Lang;
use http::HeaderMap;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use icalendar::{Calendar, Class, Component as _, Event};
use jiff::Timestamp;

use crate::refusal::Refusal;
use crate::router::AppState;

const KIND: &str = "text/calendar; charset=utf-8";
/// A name that says nothing in a list of downloads.
const NAME: &str = "attachment; filename=\"agenda.ics\"";
/// Whose file it is (RFC 5545, 3.7.3): neutral like the rest.
const PRODID: &str = "-//diary//EN";
/// A moment in UTC (RFC 5545, 3.3.5).
const UTC: &str = "%Y%m%dT%H%M%SZ";
/// `SEQUENCE` counts minutes from here (2026-01-01), so that a later file of the same meeting goes
/// before an earlier one.
const SEQUENCE_FROM_SECOND: i64 = 1_767_225_600;

/// `/{lang}/my/diary/{sign_up}`: only for the browser that holds the enrolment. Anybody else comes
/// to where a private link is opened, as after anything that is not open there.
pub async fn file(
    State(state): State<AppState>,
    Path((lang, sign_up)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(lang) = Lang::from_code(&lang) else {
        return Refusal::NotFound.into_response();
    };
    let now = state.site.clock.now();
    match meetings(state, &sign_up, &headers).await {
        Ok(Some(meetings)) => {
            let headers = [(CONTENT_TYPE, KIND), (CONTENT_DISPOSITION, NAME)];
            (headers, written(t(lang).mine().diary_word, &meetings, now)).into_response()
        }
        Ok(None) => Redirect::to(&routes::mine_with(lang, "unknown")).into_response(),
        Err(AppError::Unavailable) => Refusal::Busy.into_response(),
        Err(_) => Refusal::Broken.into_response(),
    }
}

async fn meetings(
    state: AppState,
    sign_up: &str,
    headers: &HeaderMap,
) -> Result<Option<Vec<Meeting>>, AppError> {
    let Ok(sign_up) = sign_up.parse() else {
        return Ok(None);
    };
    let guard = access::visit_of(state.store, state.site, headers);
    diary::meetings(&guard, sign_up).await
}

fn written(word: &str, meetings: &[Meeting], now: Timestamp) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", PRODID));
    let minutes = (now.as_second() - SEQUENCE_FROM_SECOND) / 60;
    for meeting in meetings {
        let event = Event::new()
            .uid(&meeting.uid)
            .summary(word)
            .add_property("DTSTAMP", now.strftime(UTC).to_string())
            .add_property("DTSTART", meeting.starts_at.strftime(UTC).to_string())
            .add_property("DTEND", meeting.ends_at.strftime(UTC).to_string())
            .sequence(u32::try_from(minutes).unwrap_or(0))
            .class(Class::Private)
            .done();
        calendar.push(event);
    }
    calendar.to_string()
}
