//! Pages travel compressed, at a level that costs less than it saves. Files of
//! the build are compressed already; pages with a secret on them never are.

use std::io::Write as _;

use axum::body::Bytes;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use flate2::write::GzEncoder;
use http::HeaderMap;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::Predicate;

/// Worth it on a page of 10 to 60 kB: about a fifth of the size for under a millisecond.
const LEVEL: i32 = 4;
/// A kept page is compressed once a minute at most, and sent many times.
const KEPT_LEVEL: u32 = 5;
/// As large a window as any page needs: 4 MB.
const KEPT_WINDOW: u32 = 22;

/// Layer: compresses HTML.
pub fn layer() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(LEVEL))
        .compress_when(is_page)
}

fn is_page(
    _: http::StatusCode,
    _: http::Version,
    headers: &http::HeaderMap,
    _: &http::Extensions,
) -> bool {
    let kind = headers.get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Layer: a page that shows a private link is sent as it is, because the length of a compressed
/// page tells about its content.
pub async fn spare_secrets(mut request: Request, next: Next) -> Response {
    if shows_secret(request.uri().path()) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    next.run(request).await
}

/// The enrol form holds no secret, and is what a woman on a slow network waits for.
fn shows_secret(path: &str) -> bool {
    let form = path.split('/').nth(2) == Some("enrol");
    app::routes::is_private(path) && !form
}

/// How a body may travel, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// About a fifth of a page.
    Brotli,
    /// For what knows no Brotli.
    Gzip,
}

impl Coding {
    /// Both, best first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The best one that the client takes.
    pub fn wanted(headers: &HeaderMap) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|coding| accepts(headers, coding.name()))
    }

    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What tells the tags of one content's forms apart.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => "-br",
            Self::Gzip => "-gzip",
        }
    }

    /// Compresses a page that is sent many times.
    pub fn compress(self, page: &[u8]) -> Bytes {
        let mut compressed = Vec::with_capacity(page.len() / 4);
        // Writing to memory does not fail.
        let _ = match self {
            Self::Brotli => brotli(page, &mut compressed),
            Self::Gzip => gzip(page, &mut compressed),
        };
        compressed.into()
    }
}

fn brotli(page: &[u8], to: &mut Vec<u8>) -> std::io::Result<()> {
    let mut writer = ::brotli::CompressorWriter::new(to, 4096, KEPT_LEVEL, KEPT_WINDOW);
    writer.write_all(page)?;
    writer.flush()
}

fn gzip(page: &[u8], to: &mut Vec<u8>) -> std::io::Result<()> {
    let mut writer = GzEncoder::new(to, flate2::Compression::default());
    writer.write_all(page)?;
    writer.finish().map(drop)
}

/// Whether the client names this coding, and not with a weight of nothing.
pub fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let lists = headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, "q=1"));
        let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
        name.trim().eq_ignore_ascii_case(coding) && weight.parse().is_ok_and(|q: f32| q > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(accept: &'static str) -> HeaderMap {
        let accept = http::HeaderValue::from_static(accept);
        HeaderMap::from_iter([(ACCEPT_ENCODING, accept)])
    }

    #[test]
    fn a_coding_with_no_weight_is_refused() {
        assert!(accepts(&headers("gzip, br;q=0.9"), "br"));
        assert!(!accepts(&headers("gzip, br;q=0"), "br"));
        assert!(!accepts(&headers("gzip"), "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
        assert_eq!(Coding::wanted(&headers("gzip, br")), Some(Coding::Brotli));
        assert_eq!(Coding::wanted(&headers("gzip")), Some(Coding::Gzip));
        assert_eq!(Coding::wanted(&headers("deflate")), None);
    }
}
