//! `mawid serve`: brings the settings together and serves until it is told to
//! stop.

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::Context;
use app::ssr::{Site, Watch};
use store::{Store, calendar};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::accept::{self, AcceptLimits};
use crate::config::{PublicUrl, ServeArgs};
use crate::health::FreeBytesMin;
use crate::layers::Edge;
use crate::limits::RequestLimits;
use crate::proxy::TrustedProxies;
use crate::router::{self, AppState};
use crate::tls::{self, Certificate};
use crate::{assets, clock, jobs, logs};

/// Serves until the signal to stop.
pub async fn run(args: ServeArgs) -> anyhow::Result<ExitCode> {
    args.check()?;
    logs::start(&args.log);
    let store = args.store.open().await?;
    let listener = TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("cannot listen on {}", args.listen))?;
    let bound = listener.local_addr()?;
    let public_url = args.public_url(bound);
    let tls = certificate(&args).await?;
    let site = site(&public_url, args.watch())?;
    let edge = edge(&args, public_url, &site);
    let state = AppState::new(store.clone(), site)
        .with_free_bytes_min(FreeBytesMin::mib(args.min_free_mib));
    tokio::spawn(jobs::run(store.clone(), state.site.clock.clone()));
    let app = router::router(state, &edge)?;
    announce(bound, &edge.public_url);
    offer_sample(&store).await?;
    accept::run(listener, tls, app, limits(&args), accept::stop_signal()).await;
    Ok(ExitCode::SUCCESS)
}

/// With nothing imported yet, says how to get something to look at.
async fn offer_sample(store: &Store) -> anyhow::Result<()> {
    if calendar::hubs(&mut store.read().await?).await?.is_empty() {
        tracing::warn!(
            "no programme yet; to try the sample: mawid import programme/sse-cluster.toml"
        );
    }
    Ok(())
}

/// The first line, for the operator; scripts wait for it.
fn announce(bound: SocketAddr, public_url: &PublicUrl) {
    println!("Mawid serves {public_url} (listening on {bound})");
}

async fn certificate(args: &ServeArgs) -> anyhow::Result<Option<TlsAcceptor>> {
    let (Some(chain), Some(key)) = (&args.tls_cert, &args.tls_key) else {
        return Ok(None);
    };
    let certificate = Certificate::read(chain.clone(), key.clone()).await?;
    let acceptor = certificate.acceptor()?;
    tokio::spawn(certificate.follow(tls::LOOK_EVERY));
    Ok(Some(acceptor))
}

fn site(public_url: &PublicUrl, watch: Watch) -> anyhow::Result<Site> {
    Ok(Site {
        public_url: public_url.origin().to_owned(),
        secure_cookies: public_url.is_https(),
        assets: assets::manifest().map_err(anyhow::Error::msg)?,
        clock: clock::clock(),
        watch,
    })
}

fn edge(args: &ServeArgs, public_url: PublicUrl, site: &Site) -> Edge {
    let style = Some(site.assets.style.as_str()).filter(|name| !name.is_empty());
    Edge {
        public_url,
        style: style.map(Into::into),
        proxies: TrustedProxies::new(&args.trusted_proxy),
        limits: RequestLimits::default(),
    }
}

fn limits(args: &ServeArgs) -> AcceptLimits {
    AcceptLimits {
        connections: args.max_connections,
        ..AcceptLimits::default()
    }
}
