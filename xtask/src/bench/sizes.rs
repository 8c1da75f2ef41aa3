//! How large the files are that a browser loads, as they lie on the disk and as they travel.
//! Left to others: making them.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Row;
use crate::compress::brotli;
use crate::front::Bundle;
use crate::site;

/// The bundles and the style sheet.
pub fn of_bundles() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (bundle, bar) in [
        (Bundle::Public, "≤ 240 kB, goal 200"),
        (Bundle::Staff, "≤ 400 kB"),
    ] {
        let wasm = Size::of_file(&site::bundle_file(bundle, "wasm")?)?;
        let glue = Size::of_file(&site::bundle_file(bundle, "js")?)?;
        let what = format!("{} bundle: WebAssembly + glue", bundle.name());
        rows.push(Row::new(what, wasm.and(glue).text(), bar));
    }
    let style = Size::of_file(&site::style_file()?)?;
    rows.push(Row::new("style sheet", style.text(), "within the page"));
    Ok(rows)
}

/// A size as it lies on the disk and as it travels.
#[derive(Clone, Copy)]
pub struct Size {
    raw: usize,
    brotli: usize,
}

impl Size {
    /// Of this content.
    pub fn of(content: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: content.len(),
            brotli: brotli(content)?.len(),
        })
    }

    /// Of a file's content.
    pub fn of_file(path: &Path) -> Result<Self> {
        Self::of(&fs::read(path)?)
    }

    /// Of two files that are both fetched.
    pub fn and(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            brotli: self.brotli + other.brotli,
        }
    }

    /// In words.
    pub fn text(self) -> String {
        format!("{} B raw, {} B brotli", self.raw, self.brotli)
    }
}
