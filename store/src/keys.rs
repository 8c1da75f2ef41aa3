//! The key that seals personal columns, and what is derived from it.
//! A stolen database without its key file shows no name and no number.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use chacha20poly1305::{
    Key, KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::OpenError;

const KEY_ID_LEN: usize = 4;
const NONCE_LEN: usize = 24;
const HEADER_LEN: usize = 1 + KEY_ID_LEN;
/// First byte of every sealed value: XChaCha20-Poly1305, key id, nonce, ciphertext.
const FORMAT: u8 = 1;

/// Where the key comes from.
#[derive(Debug, Clone)]
pub enum KeySource {
    /// The file the operator named.
    File(PathBuf),
    /// SQLite only: `FILE.key` beside the database.
    Beside,
}

/// The key of one database. Everything secret is derived from it by purpose (HKDF, RFC 5869).
pub struct Keys {
    id: [u8; KEY_ID_LEN],
    secret: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Keys from 32 random bytes.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        let digest = Sha256::new()
            .chain_update(b"mawid key id")
            .chain_update(secret)
            .finalize();
        let mut id = [0; KEY_ID_LEN];
        id.copy_from_slice(&digest[..KEY_ID_LEN]);
        Self { id, secret }
    }

    /// Encrypts for one purpose: a value sealed for one column never opens in another.
    #[must_use]
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_LEN] = random();
        let header = self.header();
        #[cfg(feature = "testing")]
        if self.secret == crate::testing::NO_SECRET {
            return [&header[..], &nonce, plain].concat();
        }
        let sealed = self
            .cipher(purpose)
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: plain,
                    aad: &header,
                },
            )
            .unwrap_or_default();
        [&header[..], &nonce, &sealed].concat()
    }

    /// Opens what [`Keys::seal`] made with the same key and purpose; anything else is `None`.
    #[must_use]
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (header, rest) = sealed.split_at_checked(HEADER_LEN)?;
        let (nonce, body) = rest.split_at_checked(NONCE_LEN)?;
        let nonce: [u8; NONCE_LEN] = nonce.try_into().ok()?;
        if header != self.header() {
            return None;
        }
        let payload = Payload {
            msg: body,
            aad: header,
        };
        self.cipher(purpose)
            .decrypt(&XNonce::from(nonce), payload)
            .ok()
    }

    /// A keyed hash that finds equal values without showing them.
    #[must_use]
    pub fn blind_index(&self, purpose: &str, value: &[u8]) -> [u8; 32] {
        let key = self.derive("index", purpose);
        let Ok(mut mac) = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key) else {
            return [0; 32]; // unreachable: HMAC takes keys of any length (RFC 2104)
        };
        mac.update(value);
        mac.finalize().into_bytes().into()
    }

    /// 128 bits that only this key can make for this record: the secret of a private link.
    #[must_use]
    pub fn derive_token(&self, purpose: &str, record: Uuid) -> [u8; 16] {
        let full = self.blind_index(purpose, record.as_bytes());
        let mut token = [0; 16];
        token.copy_from_slice(&full[..16]);
        token
    }

    /// Names the key in the database without giving it away.
    pub(crate) fn fingerprint(&self) -> Vec<u8> {
        self.blind_index("fingerprint", b"mawid").to_vec()
    }

    fn header(&self) -> [u8; HEADER_LEN] {
        let mut header = [FORMAT; HEADER_LEN];
        header[1..].copy_from_slice(&self.id);
        header
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.derive("seal", purpose)))
    }

    fn derive(&self, use_: &str, purpose: &str) -> [u8; 32] {
        let mut key = [0; 32];
        let info = [use_.as_bytes(), b":", purpose.as_bytes()];
        // 32 bytes are far below HKDF's limit of 255 blocks, its only error.
        let filled = Hkdf::<Sha256>::new(None, &self.secret).expand_multi_info(&info, &mut key);
        debug_assert!(filled.is_ok(), "HKDF gives 32 bytes");
        key
    }
}

/// SHA-256, for values that are random enough to need no key (tokens of 128 bits and more).
#[must_use]
pub fn hash(value: &[u8]) -> [u8; 32] {
    Sha256::digest(value).into()
}

/// Random bytes of the operating system. Without them nothing can be kept secret,
/// so their absence ends the process.
#[must_use]
#[expect(clippy::expect_used, reason = "no safe way on without randomness")]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Reads a key file: 32 bytes in base64.
pub(crate) fn read(path: &Path) -> Result<Keys, OpenError> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(OpenError::KeyMissing(path.to_owned()));
        }
        other => other?,
    };
    let bytes = BASE64
        .decode(text.trim())
        .ok()
        .and_then(|bytes| bytes.try_into().ok());
    bytes
        .map(Keys::new)
        .ok_or_else(|| OpenError::KeyUnreadable(path.to_owned()))
}

/// Makes a key file, mode 0600. When another process was first, its file stands:
/// the file appears whole or not at all.
pub(crate) fn create(path: &Path) -> Result<(), OpenError> {
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let mut file = private_file(&draft)?;
    file.write_all(BASE64.encode(random::<32>()).as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    }
}

fn private_file(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_with_its_key_and_purpose() {
        let keys = Keys::new([7; 32]);
        let sealed = keys.seal("people.phone", b"+21620123456");
        assert_eq!(
            keys.open("people.phone", &sealed).as_deref(),
            Some(&b"+21620123456"[..])
        );
        assert_eq!(keys.open("people.name", &sealed), None);
        assert_eq!(Keys::new([8; 32]).open("people.phone", &sealed), None);
        let mut forged = sealed.clone();
        *forged.last_mut().unwrap() ^= 1;
        assert_eq!(keys.open("people.phone", &forged), None);
        assert_eq!(keys.open("people.phone", &[]), None);
    }

    #[test]
    fn sealing_twice_never_gives_the_same_bytes() {
        let keys = Keys::new([7; 32]);
        assert_ne!(keys.seal("x", b"same"), keys.seal("x", b"same"));
        assert_eq!(
            keys.blind_index("x", b"same"),
            keys.blind_index("x", b"same")
        );
        assert_ne!(
            keys.blind_index("x", b"same"),
            keys.blind_index("y", b"same")
        );
    }
}
