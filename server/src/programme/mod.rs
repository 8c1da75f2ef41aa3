//! Reads a programme file: TOML in, `domain::programme` out, or every fault with its line.
//! The format is described in programme/README.md; keeping the programme is the store's.

mod courses;
mod faults;
mod fields;
mod lists;
mod pictures;
mod places;
mod questions;
mod reader;
#[cfg(test)]
mod tests;

use std::path::Path;

use anyhow::Context as _;
use domain::programme::Programme;
use toml::de::DeTable;

pub use faults::{Fault, Faults};
use fields::Fields;
use pictures::Pictures;
use reader::Reader;

/// Reads and checks the programme file at `path`: a file that cannot be opened is an error, one
/// that is wrong has faults.
pub fn read(path: &Path) -> anyhow::Result<Result<Programme, Faults>> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    let pictures = Pictures::beside(path);
    Ok(parse_with(&name, &text, pictures))
}

/// Reads and checks a programme that lies in no folder, so that its logos have no pictures and
/// stand in words. `name` is the file's name in messages.
pub fn parse(name: &str, text: &str) -> Result<Programme, Faults> {
    parse_with(name, text, Pictures::none())
}

fn parse_with(name: &str, text: &str, pictures: Pictures) -> Result<Programme, Faults> {
    let (document, broken) = DeTable::parse_recoverable(text);
    let mut reader = Reader::new(name, text, pictures);
    for error in broken {
        let at = error.span().map_or(0, |span| span.start);
        reader.faults.add_at(at, error.message().to_owned());
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let programme = whole(&mut reader, document.get_ref());
    for fault in programme.faults() {
        reader.blame(&fault);
    }
    if reader.faults.is_empty() {
        Ok(programme)
    } else {
        Err(reader.faults.sorted())
    }
}

fn whole(reader: &mut Reader, document: &DeTable<'_>) -> Programme {
    let mut file = Fields::new("file", document, 0);
    let cluster = file.table(reader, "cluster");
    let programme = Programme {
        cluster: cluster.map(|fields| places::cluster(reader, fields)),
        organisations: file.list(reader, "organisation", places::organisation),
        hubs: file.list(reader, "hub", places::hub),
        holidays: file.list(reader, "holiday", places::holiday),
        funding_projects: file.list(reader, "funding_project", courses::funding_project),
        courses: file.list(reader, "course", courses::course),
    };
    file.finish(reader);
    programme
}
