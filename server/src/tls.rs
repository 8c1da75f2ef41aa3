//! The certificate: read from two files, and read again when they change.
//! Handshakes take whichever is current, so none fails meanwhile.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;

/// How often the files are looked at.
pub const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file is not PEM, or holds something else.
    #[error("{0} holds no usable PEM block")]
    NotPem(PathBuf),
    /// Certificate and key do not belong together, or are of an unknown kind.
    #[error("the certificate and the key cannot be used together: {0}")]
    Mismatch(#[from] rustls::Error),
}

/// The two files of a certificate, as last read.
#[derive(PartialEq, Eq)]
struct Pem {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

/// A certificate that follows its files.
pub struct Certificate {
    certificate_file: PathBuf,
    key_file: PathBuf,
    pem: Pem,
    current: Arc<Current>,
}

#[derive(Debug)]
struct Current(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let current = self.0.read().unwrap_or_else(PoisonError::into_inner);
        Some(current.clone())
    }
}

impl Certificate {
    /// Reads both files; a server that starts must have a usable pair.
    pub async fn read(certificate_file: PathBuf, key_file: PathBuf) -> Result<Self, TlsError> {
        let pem = Pem::read(&certificate_file, &key_file).await?;
        let certified = pem.certified(&certificate_file, &key_file)?;
        let current = Arc::new(Current(RwLock::new(Arc::new(certified))));
        Ok(Self {
            certificate_file,
            key_file,
            pem,
            current,
        })
    }

    /// Accepts TLS 1.2 and 1.3, HTTP/2 and HTTP/1.1.
    pub fn acceptor(&self) -> Result<TlsAcceptor, TlsError> {
        let provider = Arc::new(ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(self.current.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// Takes the files as they are now; `true` if they had changed. On an error the old
    /// certificate stays, and the next look tries again: the files may be half written.
    pub async fn look(&mut self) -> Result<bool, TlsError> {
        let pem = Pem::read(&self.certificate_file, &self.key_file).await?;
        if pem == self.pem {
            return Ok(false);
        }
        let certified = pem.certified(&self.certificate_file, &self.key_file)?;
        let mut current = self
            .current
            .0
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *current = Arc::new(certified);
        self.pem = pem;
        Ok(true)
    }

    /// Looks at the files for ever, and says so when something happens.
    pub async fn follow(mut self, every: Duration) {
        loop {
            tokio::time::sleep(every).await;
            match self.look().await {
                Ok(false) => {}
                Ok(true) => tracing::info!("the certificate was read again"),
                Err(error) => tracing::error!(%error, "keeping the old certificate"),
            }
        }
    }
}

impl Pem {
    async fn read(certificate_file: &Path, key_file: &Path) -> Result<Self, TlsError> {
        Ok(Self {
            certificate: read(certificate_file).await?,
            key: read(key_file).await?,
        })
    }

    fn certified(
        &self,
        certificate_file: &Path,
        key_file: &Path,
    ) -> Result<CertifiedKey, TlsError> {
        let not_pem = |path: &Path| TlsError::NotPem(path.to_owned());
        let chain = CertificateDer::pem_slice_iter(&self.certificate)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| not_pem(certificate_file))?;
        if chain.is_empty() {
            return Err(not_pem(certificate_file));
        }
        let key = PrivateKeyDer::from_pem_slice(&self.key).map_err(|_| not_pem(key_file))?;
        Ok(CertifiedKey::from_der(
            chain,
            key,
            &ring::default_provider(),
        )?)
    }
}

async fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    tokio::fs::read(path)
        .await
        .map_err(|cause| TlsError::Unreadable {
            path: path.to_owned(),
            cause,
        })
}
