//! What is remembered about a programme file while it is read: its faults, the lines of its
//! items, and the slugs in use.

use std::collections::{HashMap, HashSet};

use domain::programme::{Noun, RuleFault};

use super::{Faults, Pictures};

const SLUG_LEN_MAX: usize = 60;

/// What is remembered about a file while it is read.
pub(super) struct Reader {
    pub(super) faults: Faults,
    pub(super) offsets: HashMap<(Noun, String, &'static str), usize>,
    pub(super) slugs: HashSet<(Noun, String)>,
    pub(super) pictures: Pictures,
    read: Option<usize>,
}

impl Reader {
    pub(super) fn new(name: &str, text: &str, pictures: Pictures) -> Self {
        Self {
            faults: Faults::none(name, text),
            offsets: HashMap::new(),
            slugs: HashSet::new(),
            pictures,
            read: None,
        }
    }

    /// Notes a rule's fault at the line of the key that broke it, or of the item.
    pub(super) fn blame(&mut self, fault: &RuleFault) {
        let known = *self.read.get_or_insert(self.faults.len());
        let place = |key| self.offsets.get(&(fault.noun, fault.slug.clone(), key));
        let offset = place(fault.key).or_else(|| place("")).copied().unwrap_or(0);
        let text = format!("{} \"{}\": {}", fault.noun.as_str(), fault.slug, fault.text);
        self.faults.add_unless_known(offset, known, text);
    }
}

/// Whether a text is fit for an address.
pub(super) fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    text.len() <= SLUG_LEN_MAX && text.split('-').all(is_word)
}
