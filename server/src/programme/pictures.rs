//! The pictures that a programme names: files in the folder `logos` beside it.
//! Keeping them is the store's, showing them the pages'.

use std::path::{Path, PathBuf};

/// A logo larger than this costs its visitors more than the page around it.
const BYTES_MAX: usize = 100_000;
/// What every PNG begins with (W3C PNG, 5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Where the pictures of one programme lie; nowhere for one that was not read from a folder.
pub(super) struct Pictures(Option<PathBuf>);

impl Pictures {
    /// Beside a programme file.
    pub(super) fn beside(programme: &Path) -> Self {
        Self(Some(programme.with_file_name("logos")))
    }

    /// Nowhere.
    pub(super) const fn none() -> Self {
        Self(None)
    }

    /// What is in the file of this name, or why it cannot be shown.
    pub(super) fn find(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        if !is_name(file) {
            return Err(format!(
                "\"file\" is \"{file}\"; it must be a name such as logo.svg or logo.png"
            ));
        }
        let Some(folder) = &self.0 else {
            return Ok(None);
        };
        let path = folder.join(file);
        let content = std::fs::read(&path).map_err(|_| {
            format!(
                "{} cannot be read: put the picture there, or leave \"file\" out and the name \
                 stands in words",
                path.display()
            )
        })?;
        if content.len() > BYTES_MAX {
            return Err(format!("\"{file}\" is larger than {BYTES_MAX} bytes"));
        }
        if !is_picture(file, &content) {
            return Err(format!("\"{file}\" is not what its ending says"));
        }
        Ok(Some(content))
    }
}

/// A plain name with an ending that browsers show, and no way out of the folder.
fn is_name(file: &str) -> bool {
    let stem = file
        .strip_suffix(".svg")
        .or_else(|| file.strip_suffix(".png"));
    stem.is_some_and(super::reader::is_slug)
}

fn is_picture(file: &str, content: &[u8]) -> bool {
    if file.ends_with(".png") {
        return content.starts_with(PNG);
    }
    std::str::from_utf8(content).is_ok_and(|text| text.contains("<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["eu-emblem.svg", "a.png"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["../a.svg", "a/b.svg", ".svg", "a.gif", "A.svg", "a.svg.exe"] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn a_picture_is_what_its_ending_says() {
        assert!(is_picture("a.svg", b"<svg xmlns=\"\"></svg>"));
        assert!(is_picture("a.png", b"\x89PNG\r\n\x1a\n..."));
        assert!(!is_picture("a.png", b"<svg></svg>"));
        assert!(!is_picture("a.svg", b"\x89PNG"));
    }
}
