//! Every address of the app, built in one place. Which page answers an address stands in
//! `public::App` and `staff::App`. What was typed, or came in an address, is percent-encoded here:
//! a header refuses anything else, and would bring the answer down.

mod staff;

use domain::calendar::CalendarQuery;
use domain::lang::Lang;

pub use staff::*;

/// The front page.
#[must_use]
pub fn home(lang: Lang) -> String {
    format!("/{}", lang.code())
}

/// The calendar, as the agenda of today.
#[must_use]
pub fn calendar(lang: Lang) -> String {
    format!("/{}/calendar", lang.code())
}

/// The calendar as a query says, in the one way that it is written.
#[must_use]
pub fn calendar_at(lang: Lang, query: &CalendarQuery) -> String {
    let mut address = calendar(lang);
    let query = query.to_query_string();
    if !query.is_empty() {
        address.push('?');
        address.push_str(&query);
    }
    address
}

/// The calendar with the sessions of one hub.
#[must_use]
pub fn calendar_of_hub(lang: Lang, slug: &str) -> String {
    format!("/{}/calendar?hub={}", lang.code(), percent_encoded(slug))
}

/// A hub.
#[must_use]
pub fn hub(lang: Lang, slug: &str) -> String {
    format!("/{}/hubs/{}", lang.code(), percent_encoded(slug))
}

/// An organisation.
#[must_use]
pub fn organisation(lang: Lang, slug: &str) -> String {
    format!("/{}/organisations/{}", lang.code(), percent_encoded(slug))
}

/// A funding project.
#[must_use]
pub fn project(lang: Lang, slug: &str) -> String {
    format!("/{}/projects/{}", lang.code(), percent_encoded(slug))
}

/// The cluster.
#[must_use]
pub fn cluster(lang: Lang) -> String {
    format!("/{}/cluster", lang.code())
}

/// A course.
#[must_use]
pub fn course(lang: Lang, slug: &str) -> String {
    format!("/{}/courses/{}", lang.code(), percent_encoded(slug))
}

/// A session.
#[must_use]
pub fn session(lang: Lang, slug: &str) -> String {
    format!("/{}/sessions/{}", lang.code(), percent_encoded(slug))
}

/// The enrol form of one pool of seats: a whole instance or one slot.
#[must_use]
pub fn enrol(lang: Lang, seats: &str) -> String {
    format!("/{}/enrol/{}", lang.code(), percent_encoded(seats))
}

/// The confirmation of the last sign-up of this browser.
#[must_use]
pub fn done(lang: Lang) -> String {
    format!("/{}/my/done", lang.code())
}

/// Where her answers about photographs stand on the confirmation: the id of their heading.
pub const ANSWERS: &str = "answers-heading";

/// The same, at her answers.
#[must_use]
pub fn done_answers(lang: Lang) -> String {
    format!("{}#{ANSWERS}", done(lang))
}

/// The enrolments that this browser has opened.
#[must_use]
pub fn mine(lang: Lang) -> String {
    format!("/{}/my", lang.code())
}

/// My enrolments with something to say above them.
#[must_use]
pub fn mine_with(lang: Lang, notice: &str) -> String {
    format!("/{}/my?notice={notice}", lang.code())
}

/// Her answers to a course's questions, at one sign-up of this browser's visit. The address names
/// no course, and its id opens nothing without the visit.
#[must_use]
pub fn answers(lang: Lang, sign_up: &str) -> String {
    format!("/{}/my/answers/{}", lang.code(), percent_encoded(sign_up))
}

/// The file that puts one enrolment of this browser's visit into the phone's diary. Its address
/// names no course and opens nothing without the visit.
#[must_use]
pub fn diary(lang: Lang, sign_up: &str) -> String {
    format!("/{}/my/diary/{}", lang.code(), percent_encoded(sign_up))
}

/// Where a private link is pasted.
#[must_use]
pub fn link(lang: Lang) -> String {
    format!("/{}/m", lang.code())
}

/// The thanks for asking for a lost link.
#[must_use]
pub fn lost(lang: Lang) -> String {
    format!("/{}/m/sent", lang.code())
}

/// Where the picture of an opened private link is asked for.
#[must_use]
pub fn question(lang: Lang) -> String {
    format!("/{}/m/picture", lang.code())
}

/// The private link itself: the secret stands in the fragment, which no server and no preview
/// ever sees.
#[must_use]
pub fn private_link(public_url: &str, token: &str) -> String {
    format!("{}/m#{token}", public_url.trim_end_matches('/'))
}

/// Sends a text to oneself by WhatsApp: the app lets her choose the chat.
#[must_use]
pub fn whatsapp(text: &str) -> String {
    format!("https://wa.me/?text={}", percent_encoded(text))
}

/// Sends a text by SMS.
#[must_use]
pub fn sms(text: &str) -> String {
    format!("sms:?body={}", percent_encoded(text))
}

/// Writes by WhatsApp to a number, as a phone dials it (`wa.me` wants it without the `+`).
#[must_use]
pub fn whatsapp_to(dialled: &str, text: &str) -> String {
    let digits = dialled.trim_start_matches('+');
    match text {
        "" => format!("https://wa.me/{digits}"),
        text => format!("https://wa.me/{digits}?text={}", percent_encoded(text)),
    }
}

/// Writes by SMS to a number.
#[must_use]
pub fn sms_to(dialled: &str, text: &str) -> String {
    match text {
        "" => format!("sms:{dialled}"),
        text => format!("sms:{dialled}?body={}", percent_encoded(text)),
    }
}

/// RFC 3986: everything but its unreserved characters.
fn percent_encoded(text: &str) -> String {
    encoded(text, "")
}

/// The same, but for what means nothing where the text will stand.
fn encoded(text: &str, plain: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric()
            || b"-._~".contains(&byte)
            || plain.as_bytes().contains(&byte)
        {
            encoded.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// Where "leave this page" is sent.
pub const LEAVE: &str = "/api/visits/leave";

/// "I would rather be called", about one pool or about nothing in particular.
#[must_use]
pub fn call_me(lang: Lang, seats: &str) -> String {
    match seats {
        "" => format!("/{}/call", lang.code()),
        seats => format!("/{}/call?seats={}", lang.code(), percent_encoded(seats)),
    }
}

/// The thanks for asking to be called.
#[must_use]
pub fn call_done(lang: Lang) -> String {
    format!("/{}/call/done", lang.code())
}

/// The language of an address, Arabic where it names none.
#[must_use]
pub fn lang_of(path: &str) -> Lang {
    segments(path)
        .next()
        .and_then(Lang::from_code)
        .unwrap_or_default()
}

/// The same page in another language.
#[must_use]
pub fn in_lang(lang: Lang, path: &str, query: &str) -> String {
    let rest: String = segments(path)
        .skip(1)
        .map(|segment| format!("/{segment}"))
        .collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/{}{rest}{mark}{query}", lang.code())
}

/// Whether an address belongs to the staff's side, which is another document and another bundle.
#[must_use]
pub fn is_staff(path: &str) -> bool {
    segments(path).nth(1) == Some("staff")
}

/// Whether what stands at an address is about one person: never kept by a browser or a
/// proxy, never described for a preview.
#[must_use]
pub fn is_private(path: &str) -> bool {
    matches!(
        segments(path).nth(1),
        Some("my" | "m" | "enrol" | "call" | "staff")
    )
}

/// Whether an address is the page where a private link is opened.
#[must_use]
pub fn is_link(path: &str) -> bool {
    let mut rest = segments(path).skip(1);
    rest.next() == Some("m") && rest.next().is_none()
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_keeps_the_page_and_its_query() {
        assert_eq!(
            in_lang(Lang::Ar, "/fr/calendar", "week=2026-W49"),
            "/ar/calendar?week=2026-W49"
        );
        assert_eq!(in_lang(Lang::En, "/fr", ""), "/en");
        assert_eq!(in_lang(Lang::En, "/fr/", ""), "/en");
    }

    #[test]
    fn an_address_without_a_language_is_arabic() {
        assert_eq!(lang_of("/"), Lang::Ar);
        assert_eq!(lang_of("/nowhere"), Lang::Ar);
        assert_eq!(lang_of("/fr/my"), Lang::Fr);
    }

    #[test]
    fn pages_about_one_person_are_private() {
        let lang = Lang::Fr;
        for private in [
            done(lang),
            mine(lang),
            answers(lang, "0191"),
            link(lang),
            enrol(lang, "x"),
            call_me(lang, ""),
            call_done(lang),
            sign_in(lang),
        ] {
            assert!(is_private(&private), "{private}");
        }
        for public in [
            home(lang),
            calendar(lang),
            course(lang, "my"),
            session(lang, "m"),
        ] {
            assert!(!is_private(&public), "{public}");
        }
    }

    #[test]
    fn a_text_in_an_address_is_percent_encoded() {
        assert_eq!(whatsapp("é #~"), "https://wa.me/?text=%C3%A9%20%23~");
        let to = whatsapp_to("+21620123456", "é");
        assert_eq!(to, "https://wa.me/21620123456?text=%C3%A9");
        assert_eq!(sms_to("+21620123456", ""), "sms:+21620123456");
    }

    #[test]
    fn signing_in_leads_back_to_our_own_staff_pages_only() {
        for back in [
            "/ar/staff",
            "/fr/staff?date=2026-11-30",
            "/en/staff/sessions/0191-a",
        ] {
            assert_eq!(back_or_today(Lang::Fr, back), back);
        }
        for back in [
            "",
            "//ar/staff",
            "/ar/staffing",
            "/ar/my",
            "https://a.example/ar/staff",
            "/ar/staff/sign-in?back=/ar/staff",
            "/ar/staff\\..",
            "/ar/staff%0d",
            "/ar/staff/../my",
        ] {
            assert_eq!(back_or_today(Lang::Fr, back), "/fr/staff", "{back}");
        }
    }

    #[test]
    fn a_private_link_is_short_and_keeps_its_secret_in_the_fragment() {
        let link = private_link("https://mawid.example/", "aaaaaaaaaaaaaaaaaaaaaa");
        assert_eq!(link, "https://mawid.example/m#aaaaaaaaaaaaaaaaaaaaaa");
        assert!(is_link("/fr/m"));
        assert!(!is_link("/fr/my"));
    }
}
