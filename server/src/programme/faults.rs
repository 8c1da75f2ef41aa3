//! What is wrong with a programme file, each thing with its line.
//! Finding faults is the reader's; this file keeps them and shows them.

use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line in the file, from 1.
    pub line: usize,
    /// What is wrong, for the person who keeps the file.
    pub text: String,
}

/// Everything that is wrong with one file. Shows as `FILE:LINE: what`, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    file: String,
    line_starts: Vec<usize>,
    list: Vec<Fault>,
}

impl Faults {
    pub(super) fn none(file: &str, text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Self {
            file: file.to_owned(),
            line_starts,
            list: Vec::new(),
        }
    }

    /// The faults, in the order of the file.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.list
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn add_at(&mut self, offset: usize, text: String) {
        let line = self.line(offset);
        self.list.push(Fault { line, text });
    }

    /// Adds what a rule found, unless that line is already known to be wrong: a value that could
    /// not be read breaks rules that it may well keep once it is mended.
    pub(super) fn add_unless_known(&mut self, offset: usize, known: usize, text: String) {
        let line = self.line(offset);
        if !self.list[..known].iter().any(|fault| fault.line == line) {
            self.list.push(Fault { line, text });
        }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn sorted(mut self) -> Self {
        self.list.sort();
        self
    }

    fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.list.iter().enumerate() {
            let gap = if nth == 0 { "" } else { "\n" };
            write!(f, "{gap}{}:{}: {}", self.file, fault.line, fault.text)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
