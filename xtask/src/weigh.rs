//! Says what makes a bundle big: the bytes of its code by crate, and its largest functions, read
//! from the shipped module with its names kept.
//! Left to others: building and shrinking it.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::front::{self, Bundle};

const CRATES_MAX: usize = 25;
const FUNCTIONS_MAX: usize = 40;

/// Prints what both bundles are made of.
pub fn run() -> Result<()> {
    for bundle in Bundle::ALL {
        let module = fs::read(front::with_names(bundle)?)?;
        let weights = Weights::of(&module).context("the module is not what the tools write")?;
        println!("## {}\n", bundle.name());
        weights.print();
    }
    Ok(())
}

/// Crates that stand in the tree of dependencies, because the server needs them, and whose code
/// must never come to a phone: each is larger than a page.
const UNWANTED: [&str; 14] = [
    "aho_corasick",
    "axum",
    "chrono",
    "icu_normalizer",
    "icu_properties",
    "idna",
    "jiff",
    "rand",
    "regex_automata",
    "regex_syntax",
    "sqlx_core",
    "tokio",
    "toml",
    "url",
];

/// Fails if the code of an unwanted crate is in a bundle of a development build, which keeps the
/// names of functions.
pub fn check() -> Result<()> {
    for bundle in Bundle::ALL {
        let module = fs::read(front::compiled_for_development(bundle))?;
        let weights = Weights::of(&module).context("the module is not what the compiler writes")?;
        let unwanted = weights.unwanted();
        if !unwanted.is_empty() {
            let unwanted = unwanted.join(", ");
            bail!("the {} bundle contains code of {unwanted}", bundle.name());
        }
    }
    Ok(())
}

/// The sizes of a module's functions, and of what is not code.
struct Weights {
    functions: Vec<(String, usize)>,
    data_bytes: usize,
}

impl Weights {
    fn of(module: &[u8]) -> Option<Self> {
        // The magic word and the version.
        let mut rest = Reader(module.get(8..)?);
        let mut imported = 0;
        let mut sizes = Vec::new();
        let mut names = HashMap::new();
        let mut data_bytes = 0;
        while !rest.0.is_empty() {
            let id = rest.byte()?;
            let bytes = rest.number()?;
            let section = Reader(rest.take(bytes)?);
            match id {
                CUSTOM => names.extend(function_names(section).unwrap_or_default()),
                IMPORT => imported = imported_functions(section)?,
                CODE => sizes = body_sizes(section)?,
                DATA => data_bytes = bytes,
                _ => {}
            }
        }
        let named = |(index, size)| {
            let name = names.remove(&(imported + index));
            (name.unwrap_or_else(|| "without a name".to_owned()), size)
        };
        Some(Self {
            functions: sizes.into_iter().enumerate().map(named).collect(),
            data_bytes,
        })
    }

    fn unwanted(&self) -> Vec<&'static str> {
        let has = |unwanted: &&str| {
            let mut crates = self.functions.iter().map(|(name, _)| crate_of(name));
            crates.any(|name| name == *unwanted)
        };
        UNWANTED.into_iter().filter(has).collect()
    }

    fn print(mut self) {
        let code_bytes: usize = self.functions.iter().map(|(_, size)| size).sum();
        let mut crates: HashMap<&str, usize> = HashMap::new();
        for (name, size) in &self.functions {
            *crates.entry(crate_of(name)).or_default() += size;
        }
        let mut crates: Vec<_> = crates.into_iter().collect();
        crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        println!("| crate | bytes of code | share |\n|---|---|---|");
        for (name, size) in crates.iter().take(CRATES_MAX) {
            println!("| {name} | {size} | {}% |", 100 * size / code_bytes.max(1));
        }
        let count = self.functions.len();
        println!(
            "\n{code_bytes} B of code in {count} functions, {} B of data\n",
            self.data_bytes
        );
        self.functions
            .sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        for (name, size) in self.functions.iter().take(FUNCTIONS_MAX) {
            println!("{size:>8}  {}", name.chars().take(160).collect::<String>());
        }
        println!();
    }
}

/// The crate in which a function is written: `<app::a::B as core::fmt::Debug>::fmt` is of `app`.
fn crate_of(name: &str) -> &str {
    let name = name.trim_start_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let name = name
        .strip_prefix("mut ")
        .or(name.strip_prefix("dyn "))
        .unwrap_or(name);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    &name[..end.unwrap_or(name.len())]
}

// Ids of sections, by the WebAssembly core specification, 5.5.2.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// The part of the section `name` that names functions (appendix 7.4.1).
const NAMES_OF_FUNCTIONS: u8 = 1;

fn function_names(mut section: Reader) -> Option<HashMap<usize, String>> {
    if section.text()? != "name" {
        return None;
    }
    while !section.0.is_empty() {
        let id = section.byte()?;
        let bytes = section.number()?;
        let mut part = Reader(section.take(bytes)?);
        if id == NAMES_OF_FUNCTIONS {
            let count = part.number()?;
            return (0..count)
                .map(|_| Some((part.number()?, readable(&part.text()?))))
                .collect();
        }
    }
    None
}

/// Without the hashes that tell versions of a crate apart: `app[a0d47ce74f393904]::routes`.
fn readable(name: &str) -> String {
    let mut parts = name.split('[');
    let mut readable = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() > 8 && !hash.contains(' ') => readable += rest,
            _ => readable.extend(["[", part]),
        }
    }
    readable
}

fn imported_functions(mut section: Reader) -> Option<usize> {
    let count = section.number()?;
    let mut functions = 0;
    for _ in 0..count {
        section.text()?;
        section.text()?;
        let kind = section.byte()?;
        match kind {
            0 => {
                section.number()?;
                functions += 1;
            }
            // A table has a type before its limits; a global has a type and whether it changes.
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => drop(section.take(2)?),
            _ => return None,
        }
    }
    Some(functions)
}

fn body_sizes(mut section: Reader) -> Option<Vec<usize>> {
    let count = section.number()?;
    let mut size = || {
        let bytes = section.number()?;
        section.take(bytes).map(<[u8]>::len)
    };
    (0..count).map(|_| size()).collect()
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let bytes = self.number()?;
        Some(String::from_utf8_lossy(self.take(bytes)?).into_owned())
    }

    fn limits(&mut self) -> Option<()> {
        let has_max = self.byte()? & 1 == 1;
        self.number()?;
        if has_max {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_wrote_it() {
        assert_eq!(crate_of("app::routes::home"), "app");
        assert_eq!(crate_of("<&mut app::a::B as core::fmt::Debug>::fmt"), "app");
        assert_eq!(crate_of("core::ptr::drop_in_place::<app::a::B>"), "core");
    }

    #[test]
    fn a_name_is_read_without_the_hashes_of_its_crates() {
        assert_eq!(
            readable("<app[a0d47ce74f393904]::A as core[1d4]::B>::c"),
            "<app::A as core[1d4]::B>::c"
        );
        assert_eq!(readable("f::<[u8]>"), "f::<[u8]>");
    }

    #[test]
    fn functions_are_named_and_weighed_behind_those_that_are_imported() {
        let module = [
            b"\0asm\x01\0\0\0".as_slice(),
            b"\x02\x07\x01\x01e\x01f\0\0",
            b"\x0a\x06\x01\x04\0\x41\x01\x0b",
            b"\x00\x0d\x04name\x01\x06\x01\x01\x03a::",
        ]
        .concat();
        let weights = Weights::of(&module).map(|weights| weights.functions);
        assert_eq!(weights, Some(vec![("a::".to_owned(), 4)]));
    }

    #[test]
    fn code_of_an_unwanted_crate_is_noticed_and_a_module_of_its_name_is_not() {
        let of = |name: &str| Weights {
            functions: vec![(name.to_owned(), 1)],
            data_bytes: 0,
        };
        assert_eq!(of("<idna::uts46::Uts46>::process").unwanted(), ["idna"]);
        assert!(of("server_fn::codec::url::f").unwanted().is_empty());
    }
}
