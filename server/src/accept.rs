//! The accept loop: takes connections, cuts the slow ones, and ends without
//! dropping a request. What a request gets is the router's business.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::rt::{Read, Write};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::proxy::Scheme;

/// Bounds on what a connection may hold, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct AcceptLimits {
    /// Connections at the same time; more wait in the system's queue.
    pub connections: usize,
    /// Time for a TLS handshake, and for the head of each request.
    pub head: Duration,
    /// Time for open requests to end after the signal to stop.
    pub drain: Duration,
}

impl Default for AcceptLimits {
    fn default() -> Self {
        Self {
            connections: 2048,
            head: Duration::from_secs(10),
            drain: Duration::from_secs(20),
        }
    }
}

/// Largest head of a request, in bytes.
const HEAD_BYTES_MAX: u32 = 32 * 1024;
/// Requests that one HTTP/2 connection may have open.
const STREAMS_MAX: u32 = 100;
/// How often a quiet HTTP/2 connection is asked whether anyone is there.
const PING_EVERY: Duration = Duration::from_secs(20);
/// Pause after an error that the next accept would meet again (no descriptors left).
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

struct Host {
    app: Router,
    tls: Option<TlsAcceptor>,
    http: auto::Builder<TokioExecutor>,
    limits: AcceptLimits,
}

/// Serves `app` on `listener` until `stop`, then lets open requests end.
pub async fn run(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    app: Router,
    limits: AcceptLimits,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    let http = protocols(limits.head);
    let host = Arc::new(Host {
        app,
        tls,
        http,
        limits,
    });
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            next = next_connection(&listener, &places) => {
                if let Some((stream, peer, place)) = next {
                    let talk = host.clone().talk(stream, peer, open.watcher(), place);
                    tokio::spawn(talk);
                }
            }
        }
    }
    drop(listener);
    drain(open, limits.drain).await;
}

async fn drain(open: GracefulShutdown, deadline: Duration) {
    tracing::info!(connections = open.count(), "stopping");
    if timeout(deadline, open.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time and were cut");
    }
}

type Accepted = (TcpStream, SocketAddr, OwnedSemaphorePermit);

/// The next connection that there is a place for; `None` after an error worth another try.
async fn next_connection(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<Accepted> {
    // The semaphore is never closed, so there is always a place in the end.
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) if concerns_one_client(&error) => None,
        Err(error) => {
            tracing::error!(%error, "cannot accept connections for the moment");
            sleep(ACCEPT_PAUSE).await;
            None
        }
    }
}

fn concerns_one_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

fn protocols(head: Duration) -> auto::Builder<TokioExecutor> {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .max_buf_size(HEAD_BYTES_MAX as usize);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(HEAD_BYTES_MAX)
        .max_concurrent_streams(STREAMS_MAX)
        .keep_alive_interval(PING_EVERY)
        .keep_alive_timeout(head);
    http
}

impl Host {
    /// Talks with one client until either side is done; `_place` is free again afterwards.
    async fn talk(
        self: Arc<Self>,
        stream: TcpStream,
        peer: SocketAddr,
        watcher: Watcher,
        _place: OwnedSemaphorePermit,
    ) {
        // Without it, a page sent in pieces waits for the client's acknowledgement (40 ms each).
        let _ = stream.set_nodelay(true);
        let Some(tls) = &self.tls else {
            let caller = Caller {
                peer,
                scheme: Scheme::Http,
            };
            return self.exchange(TokioIo::new(stream), caller, watcher).await;
        };
        match timeout(self.limits.head, tls.accept(stream)).await {
            Ok(Ok(stream)) => {
                let caller = Caller {
                    peer,
                    scheme: Scheme::Https,
                };
                self.exchange(TokioIo::new(stream), caller, watcher).await;
            }
            Ok(Err(error)) => tracing::debug!(%error, "TLS handshake failed"),
            Err(_) => tracing::debug!("TLS handshake too slow"),
        }
    }

    /// Requests and answers over `io`. A client that asks nothing in time is cut: hyper's own
    /// timeout starts only once it knows whether the client speaks HTTP/1 or 2.
    async fn exchange<I>(&self, io: I, caller: Caller, watcher: Watcher)
    where
        I: Read + Write + Unpin + Send + 'static,
    {
        let asked = Arc::new(Notify::new());
        let service = {
            let (app, asked) = (self.app.clone(), asked.clone());
            hyper::service::service_fn(move |request: Request<Incoming>| {
                asked.notify_one();
                app.clone().oneshot(caller.introduce(request))
            })
        };
        let connection = self.http.serve_connection(io, service).into_owned();
        let mut connection = pin!(watcher.watch(connection));
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            first = timeout(self.limits.head, asked.notified()) => match first {
                Ok(()) => connection.await,
                Err(_) => return tracing::debug!("nothing was asked in time"),
            },
        };
        if let Err(error) = ended {
            tracing::debug!(error, "connection ended early");
        }
    }
}

/// Who is at the other end of a connection.
#[derive(Clone, Copy)]
struct Caller {
    peer: SocketAddr,
    scheme: Scheme,
}

impl Caller {
    fn introduce(self, request: Request<Incoming>) -> Request<Body> {
        let mut request = request.map(Body::new);
        let extensions = request.extensions_mut();
        extensions.insert(ConnectInfo(self.peer));
        extensions.insert(self.scheme);
        request
    }
}

/// Ends when the operator (Ctrl-C) or the system (SIGTERM) asks the server to stop.
pub async fn stop_signal() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending::<()>().await;
}
