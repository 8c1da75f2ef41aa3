//! A server for one test: the real accept loop on a free port, and a client
//! that follows no redirect. What it serves is the test's choice.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use server::accept::{self, AcceptLimits};
use server::config::PublicUrl;
use server::layers::Edge;
use server::limits::RequestLimits;
use server::proxy::TrustedProxies;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// Long enough for a loaded machine; a test that waits for it has failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A running server.
pub struct Host {
    pub addr: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Host {
    /// Serves `app`.
    pub async fn start(app: Router, limits: AcceptLimits, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::on(listener, app, limits, tls)
    }

    /// Serves `app` with ordinary limits.
    pub async fn plain(app: Router) -> Self {
        Self::start(app, AcceptLimits::default(), None).await
    }

    /// Serves what is made for the address that the server gets.
    pub async fn with_edge(app: impl FnOnce(&Edge) -> Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let app = app(&edge(PublicUrl::loopback(port)));
        Self::on(listener, app, AcceptLimits::default(), None)
    }

    fn on(
        listener: TcpListener,
        app: Router,
        limits: AcceptLimits,
        tls: Option<TlsAcceptor>,
    ) -> Self {
        let addr = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = async move {
            stopped.await.ok();
        };
        let task = tokio::spawn(accept::run(listener, tls, app, limits, stopped));
        Self { addr, stop, task }
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.addr)
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    pub fn get(&self, path: &str) -> reqwest::RequestBuilder {
        client().get(self.url(path))
    }

    pub fn post(&self, path: &str) -> reqwest::RequestBuilder {
        client().post(self.url(path))
    }

    /// Says stop; the task ends when the last request has.
    pub fn stop(self) -> JoinHandle<()> {
        self.stop.send(()).unwrap();
        self.task
    }
}

/// The layers' settings for a server under this address.
pub fn edge(public_url: PublicUrl) -> Edge {
    Edge {
        public_url,
        style: None,
        proxies: TrustedProxies::default(),
        limits: RequestLimits::default(),
    }
}

/// A client that follows no redirect.
pub fn client() -> reqwest::Client {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    builder.timeout(PATIENCE).build().unwrap()
}

/// What a browser sends as `Accept` with links and forms.
pub const PAGE: &str = "text/html,application/xhtml+xml,*/*;q=0.8";
