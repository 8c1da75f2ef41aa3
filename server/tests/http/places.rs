//! The pages of the cluster, its hubs, organisations and projects, with the shipped programme.

use std::path::Path;

use app::ssr::{Assets, Clock, Site, Watch};
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderName, StatusCode};
use jiff::Timestamp;
use server::router::{self, AppState};
use store::programme::Import;
use store::{KeySource, Store};
use tempfile::TempDir;

use crate::host::{Host, PAGE};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../programme/sse-cluster.toml");

/// A server with the shipped programme, on which it is always `now`.
async fn host(now: &'static str) -> (Host, TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("mawid.sqlite").display());
    let store = Store::open(&url, KeySource::Beside).await.unwrap();
    let programme = server::programme::read(Path::new(SHIPPED))
        .unwrap()
        .unwrap_or_else(|faults| panic!("{faults}"));
    let import = Import {
        programme,
        dry_run: false,
        redate: false,
        now: "2026-11-24T08:00:00Z".parse().unwrap(),
    };
    store.write(import).await.unwrap().unwrap();
    let host = Host::with_edge(|edge| {
        let site = Site {
            public_url: edge.public_url.origin().to_owned(),
            secure_cookies: false,
            assets: Assets {
                preview: Some("preview.0.png".to_owned()),
                ..Assets::default()
            },
            clock: Clock::new(move || now.parse::<Timestamp>().unwrap()),
            watch: Watch::On,
        };
        router::router(AppState::new(store, site), edge).unwrap()
    })
    .await;
    (host, dir)
}

async fn page(host: &Host, path: &str) -> (StatusCode, String) {
    let answer = host.get(path).header(ACCEPT, PAGE).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn every_place_has_a_page_in_every_language() {
    let (host, _dir) = host("2026-11-30T08:00:00Z").await;
    for lang in ["ar", "fr", "en"] {
        for path in [
            "cluster",
            "hubs/digital-lab",
            "hubs/female-force-studio",
            "organisations/municipality-of-tunis",
            "organisations/tcse",
            "organisations/blue-fish",
            "organisations/mdinti",
            "organisations/collectif-creatif",
            "projects/medtown",
            "projects/dignifying-phase-2",
            "courses/linkedin-photoshoot",
            "sessions/linkedin-photoshoot-0900",
        ] {
            let (status, html) = page(&host, &format!("/{lang}/{path}")).await;
            assert_eq!(status, StatusCode::OK, "{lang} {path}");
            assert!(html.contains("<h1"), "{lang} {path}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_by_its_kind_with_status_404() {
    let (host, _dir) = host("2026-11-30T08:00:00Z").await;
    for (kind, heading) in [
        ("courses", "This training is not here"),
        ("sessions", "This session is not here"),
        ("hubs", "This hub is not here"),
        ("organisations", "This organisation is not here"),
        ("projects", "This project is not here"),
    ] {
        let (status, html) = page(&host, &format!("/en/{kind}/nothing")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{kind}");
        assert!(html.contains(heading), "{kind}");
    }
}

#[tokio::test]
async fn a_hub_says_whether_its_door_is_open_at_the_hour_in_tunis() {
    for (now, said) in [
        // A Monday at nine, at one, and at six in Tunis.
        ("2026-11-30T08:00:00Z", "Open now, until 12:30"),
        ("2026-11-30T12:00:00Z", "Closed now. Opens today at 13:30"),
        (
            "2026-11-30T17:00:00Z",
            "Closed now. Opens Tuesday 1 December at 08:30",
        ),
        // The eve of Revolution Day, a Thursday.
        (
            "2026-12-16T17:00:00Z",
            "Closed now. Opens Friday 18 December at 08:00",
        ),
        // Summer: the door shuts in the afternoon.
        ("2027-07-05T13:00:00Z", "Open now, until 14:30"),
    ] {
        let (host, _dir) = host(now).await;
        let (_, html) = page(&host, "/en/hubs/digital-lab").await;
        assert!(html.contains(said), "{now}: {said}");
    }
}

#[tokio::test]
async fn a_logo_is_served_for_ever_and_may_run_nothing() {
    let (host, _dir) = host("2026-11-30T08:00:00Z").await;
    let (_, html) = page(&host, "/en/projects/medtown").await;
    let at = html.find("/logos/").expect("the page shows a logo");
    let src = html[at..].split('"').next().unwrap();
    let answer = host.get(src).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let header = |name: HeaderName| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header(CONTENT_TYPE), "image/svg+xml");
    assert!(header(CACHE_CONTROL).contains("immutable"));
    let policy = header(CONTENT_SECURITY_POLICY);
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"));
    let file = Path::new(SHIPPED).with_file_name("logos/eu-emblem.svg");
    assert_eq!(
        answer.bytes().await.unwrap()[..],
        std::fs::read(file).unwrap()
    );

    for wrong in [
        "/logos/nothing.svg".to_owned(),
        "/logos/..%2fmawid.sqlite".to_owned(),
        src.replace(".svg", ".png"),
        src.replace(".svg", ""),
    ] {
        let answer = host.get(&wrong).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}");
    }
}

/// What a preview would read in a page: the content of a property.
fn told<'a>(html: &'a str, property: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&format!("property=\"{property}\" content=\""))?;
    rest.split('"').next()
}

#[tokio::test]
async fn a_shared_link_shows_title_date_hub_and_a_picture() {
    let (host, _dir) = host("2026-11-30T08:00:00Z").await;
    let (_, html) = page(&host, "/fr/sessions/digitalisation-tuesday-1").await;
    let origin = told(&html, "og:url").unwrap();
    let origin = origin.split("/fr/").next().unwrap();
    let (title, description) = (told(&html, "og:title"), told(&html, "og:description"));
    assert!(title.unwrap().contains("décembre 2026"), "{title:?}");
    assert!(description.unwrap().contains("09:30"), "{description:?}");
    assert!(
        description.unwrap().contains("Digital Lab"),
        "{description:?}"
    );
    let picture = format!("{origin}/assets/preview.0.png");
    for (lang, locale) in [("ar", "ar_AR"), ("fr", "fr_FR"), ("en", "en_GB")] {
        let (_, html) = page(&host, &format!("/{lang}/courses/digitalisation")).await;
        assert_eq!(told(&html, "og:locale"), Some(locale));
        assert_eq!(told(&html, "og:image"), Some(&*picture), "{lang}");
        assert!(told(&html, "og:title").is_some_and(|it| !it.is_empty()));
    }
    let (_, html) = page(&host, "/en/courses/digitalisation").await;
    assert!(
        told(&html, "og:description")
            .unwrap()
            .contains("Digital Lab")
    );
}

#[tokio::test]
async fn a_private_page_tells_a_preview_nothing() {
    let (host, _dir) = host("2026-11-30T08:00:00Z").await;
    for path in [
        "m",
        "my",
        "my/done",
        "m/picture",
        "m/sent",
        "call",
        "call/done",
        "staff/sign-in",
    ] {
        let (_, html) = page(&host, &format!("/fr/{path}")).await;
        assert!(!html.contains("og:"), "{path}");
    }
}
