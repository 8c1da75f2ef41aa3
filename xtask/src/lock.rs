//! One build of this folder at a time: two would write the same files in `target`.
//! Left to others: what is built.

use std::fs::{self, File, TryLockError};

use anyhow::{Context, Result};

use crate::paths;
use crate::progress::say;

/// The right to build here; it ends with the value, or with the process.
#[must_use]
pub struct BuildLock {
    _file: File,
}

/// Waits until no other xtask builds in this folder.
pub fn take() -> Result<BuildLock> {
    fs::create_dir_all(paths::target())?;
    let path = paths::target().join("xtask.lock");
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    if !is_free(&file)? {
        say("waiting for another xtask that builds in this folder …");
        file.lock()?;
    }
    Ok(BuildLock { _file: file })
}

/// Takes the lock if nobody holds it.
fn is_free(file: &File) -> Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(fault)) => Err(fault).context("cannot lock the build"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_build_waits_until_the_first_has_ended() {
        let path = std::env::temp_dir().join(format!("mawid-lock-{}", std::process::id()));
        let open = || File::create(&path).expect("a file");
        let first = BuildLock { _file: open() };
        assert!(is_free(&first._file).expect("a lock"));
        assert!(!is_free(&open()).expect("a lock"));
        drop(first);
        assert!(is_free(&open()).expect("a lock"));
        fs::remove_file(&path).expect("the file");
    }
}
