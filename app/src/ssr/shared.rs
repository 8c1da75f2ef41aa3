//! Which pages are the same for everyone, so that the server may keep them rendered, and the
//! one address under which each is kept. Keeping them is left to the host.

use domain::{calendar::CalendarQuery, lang::Lang};

/// A page that is the same for everyone.
struct SharedPage {
    /// The segment behind the language.
    name: &'static str,
    /// Whether the name of one thing follows.
    of_one_thing: bool,
    /// What the page understands of a query, in one order: nothing else gets into the page, and
    /// nothing else makes another page of it.
    query: fn(&str) -> String,
}

const PAGES: [SharedPage; 8] = [
    page("", false, nothing),
    page("calendar", false, calendar),
    page("cluster", false, nothing),
    page("courses", true, nothing),
    page("hubs", true, nothing),
    page("organisations", true, nothing),
    page("projects", true, nothing),
    page("sessions", true, nothing),
];

const fn page(name: &'static str, of_one_thing: bool, query: fn(&str) -> String) -> SharedPage {
    SharedPage {
        name,
        of_one_thing,
        query,
    }
}

/// Longer names are no slugs of a programme.
const SLUG_BYTES_MAX: usize = 100;

/// The address of the page as everyone shares it; none for a page that is somebody's own, for
/// what is no page, and for addresses that are written in an unusual way.
#[must_use]
pub fn address(path: &str, query: &str) -> Option<String> {
    let mut segments = path.strip_prefix('/')?.split('/');
    Lang::from_code(segments.next()?)?;
    let name = segments.next().unwrap_or_default();
    let thing = segments.next();
    let page = PAGES.iter().find(|page| page.name == name)?;
    let is_whole = match thing {
        Some(slug) => page.of_one_thing && is_slug(slug) && segments.next().is_none(),
        None => !page.of_one_thing && !path.ends_with('/'),
    };
    is_whole.then(|| match (page.query)(query).as_str() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    })
}

fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=SLUG_BYTES_MAX).contains(&text.len()) && text.bytes().all(plain)
}

fn nothing(_: &str) -> String {
    String::new()
}

/// What the calendar reads of it.
fn calendar(query: &str) -> String {
    CalendarQuery::parse(query).to_query_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_does_not_know_makes_no_other_page_of_it() {
        for query in [
            "",
            "fbclid=IwAR0x",
            "week=&x=1",
            "week=2026-W99",
            "Week=2026-W49",
            "<script>",
        ] {
            assert_eq!(
                address("/fr/calendar", query).as_deref(),
                Some("/fr/calendar"),
                "{query}"
            );
        }
        assert_eq!(
            address("/fr/calendar", "utm=1&week=2026-W49&x=y").as_deref(),
            Some("/fr/calendar?date=2026-11-30")
        );
        assert_eq!(
            address("/fr/calendar", "hub=lab&x=y&date=2026-12-01&view=month").as_deref(),
            Some("/fr/calendar?view=month&date=2026-12-01&hub=lab")
        );
        assert_eq!(address("/ar", "week=2026-W49").as_deref(), Some("/ar"));
        assert_eq!(
            address("/en/courses/sewing-1", "a=b").as_deref(),
            Some("/en/courses/sewing-1")
        );
    }

    #[test]
    fn pages_of_one_person_and_addresses_that_are_none_are_not_shared() {
        for path in [
            "/",
            "/m",
            "/ar/",
            "/ar/my",
            "/ar/my/done",
            "/fr/m",
            "/fr/enrol/photoshoot",
            "/fr/staff",
            "/fr/staff/sessions/1",
            "/de",
            "/api/home",
            "/fr/calendar/",
            "/fr/calendar/x",
            "//fr/calendar",
            "/fr//calendar",
            "/fr/courses",
            "/fr/courses/",
            "/fr/courses/a/b",
            "/fr/courses/%2e%2e",
            "/fr/courses/a%20b",
            "fr",
            "",
        ] {
            assert_eq!(address(path, ""), None, "{path}");
        }
    }
}
