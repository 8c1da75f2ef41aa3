//! One rendered page, as it is sent: whole, compressed when first asked for, or as "you have
//! it" to a browser that does.

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, LOCATION, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use sha2::{Digest as _, Sha256};
use tokio::sync::OnceCell;

use super::inline;
use crate::compression::Coding;
use crate::refusal::Refusal;

/// Anyone may keep it, and asks each time whether it still holds.
const SHARED: HeaderValue = HeaderValue::from_static("public, no-cache");
const BY_CODING: HeaderValue = HeaderValue::from_static("accept-encoding");
/// What of the renderer's answer goes out. No cookie: nobody in particular asked.
const ITS_OWN: [HeaderName; 4] = [
    CACHE_CONTROL,
    CONTENT_SECURITY_POLICY,
    CONTENT_TYPE,
    LOCATION,
];

/// A page for everyone.
pub(super) struct Page {
    status: StatusCode,
    headers: HeaderMap,
    /// Names the content. A page without one is for those who wait for it now, and not kept.
    tag: Option<String>,
    refusal: Option<Refusal>,
    html: Bytes,
    brotli: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
}

impl Page {
    /// What was rendered. It is kept unless it tells of a failure.
    pub(super) fn new(status: StatusCode, headers: &HeaderMap, html: Bytes) -> Self {
        let mut page = Self::passing(status, headers, html);
        if status == StatusCode::OK && !is_failure(headers) {
            page.fix();
        }
        page
    }

    /// A refusal; the layers outside make it a page in her language.
    pub(super) fn refused(refusal: Refusal) -> Self {
        let response = refusal.into_response();
        Self {
            refusal: Some(refusal),
            ..Self::passing(response.status(), response.headers(), Bytes::new())
        }
    }

    fn passing(status: StatusCode, headers: &HeaderMap, html: Bytes) -> Self {
        let own = |name: HeaderName| Some((name.clone(), headers.get(name)?.clone()));
        Self {
            status,
            headers: ITS_OWN.into_iter().filter_map(own).collect(),
            tag: None,
            refusal: None,
            html,
            brotli: OnceCell::new(),
            gzip: OnceCell::new(),
        }
    }

    /// Makes it one that can be kept: the same bytes and headers for everyone.
    fn fix(&mut self) {
        let policy = self.headers.get(CONTENT_SECURITY_POLICY);
        let policy = policy.and_then(|policy| policy.to_str().ok());
        let html = std::str::from_utf8(&self.html);
        let (Some(policy), Ok(html)) = (policy, html) else {
            return tracing::error!("a page has no policy or is no text");
        };
        let fixed = inline::fix(html, policy);
        let policy = fixed.as_ref().map(|it| HeaderValue::from_str(&it.policy));
        let (Some(fixed), Some(Ok(policy))) = (fixed, policy) else {
            return tracing::error!("a page uses its nonce for more than scripts");
        };
        self.tag = Some(BASE64URL.encode(&Sha256::digest(&fixed.html)[..16]));
        self.html = fixed.html.into();
        self.headers.insert(CONTENT_SECURITY_POLICY, policy);
        self.headers.insert(CACHE_CONTROL, SHARED);
        self.headers.insert(VARY, BY_CODING);
    }

    /// Whether it may be shown to those who come later.
    pub(super) fn is_kept(&self) -> bool {
        self.tag.is_some()
    }

    /// Whether its content is the other's, so that the other's compressed forms are its own.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.tag.is_some() && self.tag == other.tag
    }

    /// What it takes, with room for its compressed forms, which are far below half of it each.
    pub(super) fn bytes(&self) -> usize {
        self.html.len() * 2
    }

    /// The answer to someone who asks with these headers.
    pub(super) async fn answer(&self, asked: &HeaderMap) -> Response {
        if let Some(refusal) = self.refusal {
            return refusal.into_response();
        }
        let Some(tag) = &self.tag else {
            return self.with_body(self.html.clone());
        };
        let coding = Coding::wanted(asked);
        let tag = format!("\"{tag}{}\"", coding.map_or("", Coding::suffix));
        let mut response = if is_known(asked, &tag) {
            // What it must repeat fits the page that the browser has: both come of one content.
            let mut response = self.with_body(Bytes::new());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(CONTENT_TYPE);
            response
        } else {
            let body = self.body(coding).await;
            let length = HeaderValue::from(body.len());
            let mut response = self.with_body(body);
            if let Some(coding) = coding {
                let name = HeaderValue::from_static(coding.name());
                response.headers_mut().insert(CONTENT_ENCODING, name);
            }
            response.headers_mut().insert(CONTENT_LENGTH, length);
            response
        };
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            response.headers_mut().insert(ETAG, tag);
        }
        response
    }

    fn with_body(&self, body: Bytes) -> Response {
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }

    async fn body(&self, coding: Option<Coding>) -> Bytes {
        let compressed = match coding {
            None => return self.html.clone(),
            Some(Coding::Brotli) => &self.brotli,
            Some(Coding::Gzip) => &self.gzip,
        };
        let compress =
            async || coding.map_or_else(Bytes::new, |coding| coding.compress(&self.html));
        compressed.get_or_init(compress).await.clone()
    }
}

/// Whether the renderer met a failure: it then forbids to keep the answer.
fn is_failure(headers: &HeaderMap) -> bool {
    headers
        .get(CACHE_CONTROL)
        .is_some_and(|value| value.as_bytes() == b"no-store")
}

/// Whether the browser names this content as one that it has.
fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page as the renderer gives it, with or without what forbids keeping it.
    fn rendered(keeping: Option<&'static str>) -> Page {
        let mut headers = HeaderMap::new();
        let policy = HeaderValue::from_static("script-src 'nonce-abc'");
        headers.insert(CONTENT_SECURITY_POLICY, policy);
        if let Some(keeping) = keeping {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static(keeping));
        }
        let html = Bytes::from_static(b"<p>Three places</p><script nonce=\"abc\">1</script>");
        Page::new(StatusCode::OK, &headers, html)
    }

    #[tokio::test]
    async fn a_whole_page_that_met_a_failure_is_shown_once_and_not_kept() {
        let failed = rendered(Some("no-store"));
        assert!(!failed.is_kept());
        let answer = failed.answer(&HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
        assert!(!answer.headers().contains_key(ETAG));
        // The control.
        let whole = rendered(None);
        assert!(whole.is_kept());
        let answer = whole.answer(&HeaderMap::new()).await;
        assert_eq!(answer.headers()[CACHE_CONTROL], SHARED);
        assert!(answer.headers().contains_key(ETAG));
    }
}
