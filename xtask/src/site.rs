//! Lays out `target/site`: every static file under a name with its hash, compressed for the
//! release, and `manifest.json` with the names.
//! Left to others: making the bundles, serving the files.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::compress;
use crate::digest;
use crate::front::{Built, Bundle};
use crate::paths;
use crate::style;
use crate::toolchain::Mode;

/// Pictures of `public/` that the style sheet names.
const PICTURES: [&str; 1] = ["zellige.svg"];

/// Lays everything out and returns the hash of the manifest, which names the whole site.
pub fn lay_out(bundles: &[Built], mode: Mode) -> Result<String> {
    let mut site = Site::open(mode)?;
    let mut manifest = json!({
        "style": site.add_style()?,
        "boot": site.add_public("boot.js")?,
        "link": site.add_public("link.js")?,
        "favicon": site.add_public("favicon.svg")?,
        "preview": site.add_public("preview.png")?,
    });
    for built in bundles {
        manifest[built.bundle.name()] = json!({
            "js": site.add(built.bundle.name(), "js", &fs::read(&built.js)?)?,
            "wasm": site.add(built.bundle.name(), "wasm", &fs::read(&built.wasm)?)?,
        });
    }
    site.copy_plain()?;
    site.finish(&manifest)
}

/// The path of one file of a release bundle, as the manifest names it.
pub fn bundle_file(bundle: Bundle, part: &str) -> Result<PathBuf> {
    let name = &manifest()?[bundle.name()][part];
    let name = name
        .as_str()
        .context("the manifest lacks a bundle: build first")?;
    Ok(paths::site(Mode::Release).join("assets").join(name))
}

/// The path of the release's style sheet.
pub fn style_file() -> Result<PathBuf> {
    let manifest = manifest()?;
    let name = manifest["style"]
        .as_str()
        .context("the manifest lacks the style sheet")?;
    Ok(paths::site(Mode::Release).join("assets").join(name))
}

fn manifest() -> Result<Value> {
    let text = fs::read_to_string(paths::site(Mode::Release).join("manifest.json"))?;
    serde_json::from_str(&text).context("target/site/manifest.json is not what xtask writes")
}

/// The folder while it is being laid out.
struct Site {
    folder: PathBuf,
    assets: PathBuf,
    mode: Mode,
    kept: BTreeSet<PathBuf>,
}

impl Site {
    fn open(mode: Mode) -> Result<Self> {
        let folder = paths::site(mode);
        let assets = folder.join("assets");
        fs::create_dir_all(&assets).context("cannot make target/site")?;
        Ok(Self {
            folder,
            assets,
            mode,
            kept: BTreeSet::new(),
        })
    }

    fn add_public(&mut self, file: &str) -> Result<String> {
        let path = paths::root().join("public").join(file);
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let path = Path::new(file);
        let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let content = match part(path.extension()).as_str() {
            "js" => style::without_comment_lines(&content),
            _ => content,
        };
        self.add(&part(path.file_stem()), &part(path.extension()), &content)
    }

    /// The style sheet, with the pictures that it names under their hashed names.
    fn add_style(&mut self) -> Result<String> {
        let mut sheet = style::all()?;
        for picture in PICTURES {
            let name = self.add_public(picture)?;
            sheet = sheet.replace(&format!("\"{picture}\""), &name);
        }
        self.add("style", "css", sheet.as_bytes())
    }

    /// Writes a file under its hashed name, which it returns.
    fn add(&mut self, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
        let name = format!("{stem}.{}.{extension}", digest::of(content));
        let path = self.assets.join(&name);
        if !path.is_file() {
            fs::write(&path, content)?;
        }
        if self.mode == Mode::Release {
            self.kept.extend(compress::beside(&path, content)?);
        }
        self.kept.insert(path);
        Ok(name)
    }

    /// Files that the world asks for by a fixed name.
    fn copy_plain(&self) -> Result<()> {
        for name in ["favicon.svg", "robots.txt"] {
            fs::copy(
                paths::root().join("public").join(name),
                self.folder.join(name),
            )?;
        }
        Ok(())
    }

    /// Removes what earlier builds left, and writes the manifest last.
    fn finish(self, manifest: &Value) -> Result<String> {
        for entry in fs::read_dir(&self.assets)? {
            let path = entry?.path();
            if !self.kept.contains(&path) {
                fs::remove_file(&path)?;
            }
        }
        let text = serde_json::to_string_pretty(manifest)?;
        fs::write(self.folder.join("manifest.json"), &text)?;
        Ok(digest::of(text.as_bytes()))
    }
}
