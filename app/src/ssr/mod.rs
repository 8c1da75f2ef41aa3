//! What only the server's side of the app needs: what the host provides to every request,
//! cookies, form drafts, and the mapping from records to what pages show.

pub mod answers;
pub mod assist;
pub mod calendar;
pub mod calls;
pub mod consents;
pub mod cookies;
pub mod desk;
pub mod diary;
pub mod doorstep;
pub mod enrol;
pub mod forms;
pub mod herself;
pub mod joining;
pub mod messages;
pub mod mine;
pub mod mine_answers;
pub mod password;
pub mod period;
pub mod places;
pub mod qr;
pub mod session;
pub mod shared;
pub mod slots;
pub mod spoken;
pub mod staff;
pub mod stamp;
pub mod visit;

use std::sync::Arc;

use http::request::Parts;
use jiff::Timestamp;
use leptos::prelude::use_context;
use serde::Deserialize;

use crate::error::AppError;

/// What the host knows of itself and provides to every request.
#[derive(Clone, Debug)]
pub struct Site {
    /// Where people reach us: `https://…`, without a slash at the end.
    pub public_url: String,
    /// Whether people come by https, so that cookies may insist on it.
    pub secure_cookies: bool,
    /// Names of the files that pages load.
    pub assets: Assets,
    /// The time.
    pub clock: Clock,
    /// Whether sign-ups are looked at for signs of a machine.
    pub watch: Watch,
}

/// Whether sign-ups are looked at for signs of a machine. Only tests may look away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// They are.
    On,
    /// They are all believed.
    Off,
}

/// Names of the files that pages load, as the build wrote them into `manifest.json`.
/// All are served under `/assets/`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The script that fetches the bundle when the page is at rest.
    pub boot: String,
    /// The script that hands a private link's fragment in.
    pub link: String,
    /// The icon.
    #[serde(default)]
    pub favicon: Option<String>,
    /// The picture that stands beside a link which someone shares.
    #[serde(default)]
    pub preview: Option<String>,
    /// The participants' bundle.
    pub public: Bundle,
    /// The staff's bundle.
    pub staff: Bundle,
}

/// One WebAssembly bundle with its glue.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Bundle {
    /// The glue module.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// Tells the time. A value, so that tests can turn it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that asks this function.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

/// The host's facts, from the request's context.
pub fn site() -> Result<Site, AppError> {
    use_context::<Site>().ok_or_else(|| {
        tracing::error!("the host provides no `Site`");
        AppError::Failed
    })
}

/// Whether the request comes from a plain form or a page load, not from our WebAssembly.
#[must_use]
pub fn accepts_html() -> bool {
    let accept = use_context::<Parts>().and_then(|parts| {
        parts
            .headers
            .get(http::header::ACCEPT)
            .and_then(|value| value.to_str().ok().map(str::to_owned))
    });
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// The path of the request.
#[must_use]
pub fn request_path() -> String {
    use_context::<Parts>()
        .map(|parts| parts.uri.path().to_owned())
        .unwrap_or_default()
}
