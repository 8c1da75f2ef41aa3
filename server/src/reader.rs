//! Who will read an answer: in which language, as a page or as a code, and
//! where she came from. Only for answers that the app itself does not write.

use domain::lang::Lang;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, REFERER};
use http::{HeaderMap, HeaderName, Uri};

/// The reader of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Her language, as well as it can be told.
    pub lang: Lang,
    /// Whether she gets a page; scripts get a code.
    pub wants_page: bool,
    /// The path of our own page that she came from.
    pub came_from: Option<String>,
}

impl Reader {
    /// Reads a request: the path's language, else that of the page she came from, else her
    /// cookie, else her browser's languages, else Arabic.
    pub fn of(uri: &Uri, headers: &HeaderMap, origin: &str) -> Self {
        let came_from = came_from(headers, origin);
        let lang = lang_of_path(uri.path())
            .or_else(|| came_from.as_deref().and_then(lang_of_path))
            .unwrap_or_else(|| lang_of_headers(headers));
        Self {
            lang,
            wants_page: wants_page(headers),
            came_from,
        }
    }
}

/// Whether a browser asks for a page, as it does for links and plain forms.
pub fn wants_page(headers: &HeaderMap) -> bool {
    text(headers, ACCEPT).is_some_and(|accept| accept.contains("text/html"))
}

/// The language for an address that names none: cookie, browser, Arabic.
pub fn lang_of_headers(headers: &HeaderMap) -> Lang {
    lang_of_cookie(headers)
        .or_else(|| text(headers, ACCEPT_LANGUAGE).and_then(lang_of_browser))
        .unwrap_or(Lang::Ar)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The language that an address names.
pub fn lang_of_path(path: &str) -> Option<Lang> {
    Lang::from_code(path.strip_prefix('/')?.split('/').next()?)
}

/// The language of the last page that she saw.
pub fn lang_of_cookie(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| matches!(*name, "lang" | "__Host-lang"))
        .and_then(|(_, code)| Lang::from_code(code))
}

/// The language of ours that the browser likes best; among equals, the one named first.
fn lang_of_browser(header: &str) -> Option<Lang> {
    let mut best: Option<(Lang, u16)> = None;
    for wish in header.split(',') {
        let (tag, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
        let code = tag
            .trim()
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let weight = thousandths(weight);
        if let Some(lang) = Lang::from_code(&code)
            && weight > best.map_or(0, |(_, weight)| weight)
        {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

/// `q=0.85` is 850; what cannot be read is 0.
fn thousandths(weight: &str) -> u16 {
    let value = weight.trim().strip_prefix("q=").unwrap_or_default();
    let (whole, rest) = value.split_once('.').unwrap_or((value, ""));
    if whole == "1" {
        return 1000;
    }
    let digits: String = rest.chars().chain("000".chars()).take(3).collect();
    if whole == "0" {
        digits.parse().unwrap_or(0)
    } else {
        0
    }
}

/// The path that she came from, if it was one of our own pages. Foreign addresses never get
/// into an answer.
fn came_from(headers: &HeaderMap, origin: &str) -> Option<String> {
    let path = text(headers, REFERER)?.strip_prefix(origin)?;
    lang_of_path(path)?;
    Some(path.split(['?', '#']).next().unwrap_or(path).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "http://127.0.0.1:3000";

    fn reader(path: &str, headers: &[(HeaderName, &str)]) -> Reader {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, value.parse().unwrap());
        }
        Reader::of(&path.parse().unwrap(), &map, OURS)
    }

    #[test]
    fn the_address_decides_the_language() {
        let found = reader(
            "/en/calendar",
            &[(COOKIE, "lang=fr"), (ACCEPT_LANGUAGE, "ar")],
        );
        assert_eq!(found.lang, Lang::En);
    }

    #[test]
    fn a_form_speaks_the_language_of_its_page() {
        let page = format!("{OURS}/fr/enrol/photoshoot?week=1");
        let found = reader(
            "/api/enrolments/create",
            &[(REFERER, &page), (COOKIE, "lang=ar")],
        );
        assert_eq!(found.lang, Lang::Fr);
        assert_eq!(found.came_from.as_deref(), Some("/fr/enrol/photoshoot"));
    }

    #[test]
    fn a_foreign_page_is_never_a_way_back() {
        for page in [
            "https://evil.example/fr/x",
            "http://127.0.0.1:30001/fr",
            "http://127.0.0.1:3000//evil",
        ] {
            assert_eq!(
                reader("/api/x", &[(REFERER, page)]).came_from,
                None,
                "{page}"
            );
        }
    }

    #[test]
    fn the_cookie_comes_before_the_browser_and_arabic_comes_last() {
        let both = [(COOKIE, "a=b; __Host-lang=en"), (ACCEPT_LANGUAGE, "fr")];
        assert_eq!(reader("/", &both).lang, Lang::En);
        assert_eq!(
            reader("/", &[(ACCEPT_LANGUAGE, "de, fr;q=0.5, en;q=0.25")]).lang,
            Lang::Fr
        );
        assert_eq!(
            reader("/", &[(ACCEPT_LANGUAGE, "en;q=0.9, ar-TN")]).lang,
            Lang::Ar
        );
        assert_eq!(
            reader("/", &[(ACCEPT_LANGUAGE, "fr;q=0, en;q=0.001")]).lang,
            Lang::En
        );
        assert_eq!(reader("/", &[]).lang, Lang::Ar);
    }

    #[test]
    fn only_who_asks_for_html_gets_a_page() {
        assert!(reader("/ar", &[(ACCEPT, "text/html,application/xhtml+xml")]).wants_page);
        assert!(!reader("/ar", &[(ACCEPT, "application/json")]).wants_page);
        assert!(!reader("/ar", &[]).wants_page);
    }
}
