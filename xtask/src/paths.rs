//! Where things are: the project's folders and the user's cache.
//! Left to others: making and filling them.

use std::env;
use std::path::{Path, PathBuf};

use crate::toolchain::Mode;

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder of all that cargo and xtask make for the host.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The folder of all that is made for the browser, apart, so that neither build disturbs the
/// other's features.
pub fn front() -> PathBuf {
    target().join("front")
}

/// The files that the server sends as they are, one folder for development and one for the
/// release, so that neither build takes the other's.
pub fn site(mode: Mode) -> PathBuf {
    target().join("site").join(mode.name())
}

/// What is kept between clones: the browser's standard library and tools from npm.
pub fn cache() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let home = || PathBuf::from(env::var_os("HOME").unwrap_or_else(|| "/root".into()));
    base.unwrap_or_else(|| home().join(".cache")).join("mawid")
}
