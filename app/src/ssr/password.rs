//! Passwords of staff: argon2id, off the threads that answer requests and few at a time, since
//! each takes 19 MiB and tens of milliseconds on purpose.

use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::error::AppError;

/// The shortest password that an account may have (NIST SP 800-63B asks for 8 at least).
pub const PASSWORD_CHARS_MIN: usize = 10;
/// Longer ones would only cost work.
pub const PASSWORD_BYTES_MAX: usize = 1024;

/// Hashes in work at the same time.
const AT_ONCE: usize = 2;
static PERMITS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_ONCE));

/// What a password is compared with when no account has the address: as much work as a real
/// one, so that the time tells nothing. Nobody knows a password for it.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bWF3aWQgaGFzIG5vIHN1Y2g$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whether a password may be one: long enough, and not beyond measure.
#[must_use]
pub fn is_acceptable(password: &str) -> bool {
    password.chars().count() >= PASSWORD_CHARS_MIN && password.len() <= PASSWORD_BYTES_MAX
}

/// The hash of a password, with a salt of its own, as a PHC string.
pub async fn hash(password: String) -> Result<String, AppError> {
    in_the_back(move || {
        let hashed = Argon2::default().hash_password(password.as_bytes());
        hashed
            .map(|hash| hash.to_string())
            .map_err(|_| AppError::Failed)
    })
    .await?
}

/// Whether a password fits the hash. Without one it fits nothing, and takes as long.
pub async fn fits(password: String, hash: Option<&str>) -> Result<bool, AppError> {
    let known = hash.is_some();
    let hash = hash.unwrap_or(NOBODY).to_owned();
    let fits = in_the_back(move || compare(&password, &hash)).await?;
    Ok(known && fits)
}

fn compare(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else {
        return false;
    };
    password.len() <= PASSWORD_BYTES_MAX
        && Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
}

async fn in_the_back<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    let _permit = PERMITS.acquire().await.map_err(|_| AppError::Failed)?;
    spawn_blocking(work).await.map_err(|_| AppError::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let hash = Argon2::default()
            .hash_password(b"correct horse")
            .unwrap()
            .to_string();
        assert!(compare("correct horse", &hash));
        assert!(!compare("correct house", &hash));
        assert!(!compare("correct horse", "no hash"));
    }

    #[test]
    fn an_unknown_address_takes_as_much_work_as_a_known_one() {
        let real = Argon2::default().hash_password(b"correct horse").unwrap();
        let nobody = PasswordHash::new(NOBODY).unwrap();
        assert_eq!(nobody.algorithm, real.algorithm);
        assert_eq!(nobody.params, real.params);
        let lengths = |hash: &PasswordHash| {
            hash.hash
                .map(|output| output.len())
                .into_iter()
                .collect::<Vec<_>>()
        };
        assert_eq!(lengths(&nobody), lengths(&real));
    }

    #[test]
    fn a_password_has_a_least_and_a_greatest_length() {
        assert!(!is_acceptable("123456789"));
        assert!(is_acceptable("1234567890"));
        assert!(is_acceptable("عشرة أحرف!"));
        assert!(!is_acceptable(&"x".repeat(1025)));
    }
}
