//! What an import did, to be shown to the person who ran it.
//! How it is printed is the command's.

use std::{collections::BTreeMap, fmt};

use domain::programme::Noun;

/// What happened to one item. Ordered, so that the greater change of two is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It was already so.
    Unchanged,
    /// It was changed.
    Updated,
    /// It is new.
    Created,
}

impl Change {
    /// The word in messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Updated => "updated",
            Self::Created => "created",
        }
    }
}

/// One item and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which noun.
    pub noun: Noun,
    /// Which one.
    pub slug: String,
    /// What happened.
    pub change: Change,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    changes: BTreeMap<(Noun, String), Change>,
    left_alone: Vec<(Noun, String)>,
    notes: Vec<String>,
}

impl Report {
    /// Every item of the file and what happened to it, noun by noun.
    pub fn changes(&self) -> impl Iterator<Item = Changed> {
        self.changes.iter().map(|((noun, slug), change)| Changed {
            noun: *noun,
            slug: slug.clone(),
            change: *change,
        })
    }

    /// How many items of one noun were changed in one way.
    #[must_use]
    pub fn count(&self, noun: Noun, change: Change) -> usize {
        self.changes
            .iter()
            .filter(|((of, _), it)| *of == noun && **it == change)
            .count()
    }

    /// Whether the database was already as the file says.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.changes.values().all(|it| *it == Change::Unchanged)
    }

    /// What is stored and not in the file; it was left as it is.
    #[must_use]
    pub fn left_alone(&self) -> &[(Noun, String)] {
        &self.left_alone
    }

    /// What someone should look at, in sentences.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    pub(super) fn changed(&mut self, noun: Noun, slug: &str, change: Change) {
        let known = self
            .changes
            .entry((noun, slug.to_owned()))
            .or_insert(change);
        *known = change.max(*known);
    }

    pub(super) fn leave_alone(&mut self, noun: Noun, slug: &str) {
        self.left_alone.push((noun, slug.to_owned()));
    }

    pub(super) fn note(&mut self, text: String) {
        self.notes.push(text);
    }
}

/// Why an import was refused. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// One sentence each.
    pub reasons: Vec<String>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reasons.join("\n"))
    }
}

impl std::error::Error for Refused {}
