//! TLS with certificates made here: reading them again must never fail a
//! handshake.

use std::path::Path;
use std::sync::Arc;

use crate::host::Host;
use axum::Router;
use axum::routing::get;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use server::accept::AcceptLimits;
use server::tls::{Certificate, TlsError};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

struct Made {
    certificate: String,
    key: String,
    der: CertificateDer<'static>,
}

fn make() -> Made {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    Made {
        certificate: made.cert.pem(),
        key: made.signing_key.serialize_pem(),
        der: made.cert.der().clone(),
    }
}

fn put(dir: &Path, made: &Made) {
    std::fs::write(dir.join("cert.pem"), &made.certificate).unwrap();
    std::fs::write(dir.join("key.pem"), &made.key).unwrap();
}

async fn read(dir: &Path) -> Result<Certificate, TlsError> {
    Certificate::read(dir.join("cert.pem"), dir.join("key.pem")).await
}

async fn serve(certificate: &Certificate) -> Host {
    let app = Router::new().route("/", get(async || "here"));
    let tls = certificate.acceptor().unwrap();
    Host::start(app, AcceptLimits::default(), Some(tls)).await
}

/// A client that accepts exactly these certificates.
fn connector(known: &[&Made]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    for made in known {
        roots.add(made.der.clone()).unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider);
    let versions = builder.with_safe_default_protocol_versions().unwrap();
    TlsConnector::from(Arc::new(
        versions.with_root_certificates(roots).with_no_client_auth(),
    ))
}

/// The certificate that a new connection gets.
async fn presented(host: &Host, connector: &TlsConnector) -> CertificateDer<'static> {
    let stream = TcpStream::connect(host.addr).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let stream = connector.connect(name, stream).await.unwrap();
    stream.get_ref().1.peer_certificates().unwrap()[0].clone()
}

#[tokio::test]
async fn a_changed_certificate_is_used_by_the_next_connection() {
    let (dir, old, new) = (tempfile::tempdir().unwrap(), make(), make());
    put(dir.path(), &old);
    let mut certificate = read(dir.path()).await.unwrap();
    let (host, connector) = (serve(&certificate).await, connector(&[&old, &new]));
    assert_eq!(presented(&host, &connector).await, old.der);
    assert!(!certificate.look().await.unwrap(), "nothing has changed");
    put(dir.path(), &new);
    assert!(certificate.look().await.unwrap());
    assert_eq!(presented(&host, &connector).await, new.der);
}

#[tokio::test]
async fn no_connection_fails_while_certificates_change() {
    let (dir, old, new) = (tempfile::tempdir().unwrap(), make(), make());
    put(dir.path(), &old);
    let mut certificate = read(dir.path()).await.unwrap();
    let (host, connector) = (serve(&certificate).await, connector(&[&old, &new]));
    let changes = async {
        for made in [&new, &old].repeat(10) {
            put(dir.path(), made);
            assert!(certificate.look().await.unwrap());
            tokio::task::yield_now().await;
        }
    };
    let connections = async {
        for _ in 0..40 {
            presented(&host, &connector).await;
        }
    };
    tokio::join!(changes, connections);
}

#[tokio::test]
async fn half_written_files_change_nothing() {
    let (dir, old, new) = (tempfile::tempdir().unwrap(), make(), make());
    put(dir.path(), &old);
    let mut certificate = read(dir.path()).await.unwrap();
    let (host, connector) = (serve(&certificate).await, connector(&[&old]));
    std::fs::write(dir.path().join("cert.pem"), &new.certificate).unwrap();
    assert!(matches!(
        certificate.look().await,
        Err(TlsError::Mismatch(_))
    ));
    std::fs::write(dir.path().join("cert.pem"), &new.certificate[..40]).unwrap();
    assert!(matches!(certificate.look().await, Err(TlsError::NotPem(_))));
    std::fs::remove_file(dir.path().join("cert.pem")).unwrap();
    assert!(matches!(
        certificate.look().await,
        Err(TlsError::Unreadable { .. })
    ));
    assert_eq!(presented(&host, &connector).await, old.der);
    put(dir.path(), &new);
    assert!(
        certificate.look().await.unwrap(),
        "the next look takes what is whole"
    );
}

#[tokio::test]
async fn a_server_does_not_begin_with_a_pair_that_does_not_fit() {
    let (dir, one, other) = (tempfile::tempdir().unwrap(), make(), make());
    put(dir.path(), &one);
    std::fs::write(dir.path().join("key.pem"), &other.key).unwrap();
    assert!(matches!(read(dir.path()).await, Err(TlsError::Mismatch(_))));
}
