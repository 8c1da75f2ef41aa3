//! Compresses files once, at build time, as far as it goes.
//! Left to others: which files.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;

/// Writes `FILE.br` and `FILE.gz`, unless they are there from an earlier build of the same
/// content, and returns their paths.
pub fn beside(path: &Path, content: &[u8]) -> Result<[PathBuf; 2]> {
    let name = path.display();
    let files = [
        PathBuf::from(format!("{name}.br")),
        PathBuf::from(format!("{name}.gz")),
    ];
    if !files[0].is_file() {
        fs::write(&files[0], brotli(content)?)?;
    }
    if !files[1].is_file() {
        fs::write(&files[1], gzip(content)?)?;
    }
    Ok(files)
}

/// Brotli at its best.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
