//! Takes the values of a TOML table one by one, noting a fault where one is missing, unreadable
//! or left over. It never stops at the first: a stand-in value is returned and reading goes on.

use domain::{
    lang::{Lang, Localised},
    moment::{WallDate, WallTime},
    programme::Noun,
};
use toml::de::{DeTable, DeValue};

use super::reader::{Reader, is_slug};

/// Texts longer than this are a mistake, and would spoil pages.
const TEXT_LEN_MAX: usize = 2_000;

/// The keys of one table that have not been taken yet.
pub(super) struct Fields<'d> {
    /// What the table is, for messages: `course "linkedin-photoshoot"`.
    pub(super) name: String,
    offset: usize,
    left: Vec<(&'d str, usize, usize, &'d DeValue<'d>)>,
    offsets: Vec<(&'static str, usize)>,
}

impl<'d> Fields<'d> {
    pub(super) fn new(name: &str, table: &'d DeTable<'d>, offset: usize) -> Self {
        let left = table
            .iter()
            .map(|(key, value)| {
                (
                    key.get_ref().as_ref(),
                    key.span().start,
                    value.span().start,
                    value.get_ref(),
                )
            })
            .collect();
        Self {
            name: name.to_owned(),
            offset,
            left,
            offsets: Vec::new(),
        }
    }

    /// Takes a key, if it is there: where it stands, and its value.
    pub(super) fn take(&mut self, key: &'static str) -> Option<(usize, usize, &'d DeValue<'d>)> {
        let nth = self.left.iter().position(|(name, ..)| *name == key)?;
        let (_, key_at, value_at, value) = self.left.swap_remove(nth);
        self.offsets.push((key, key_at));
        Some((key_at, value_at, value))
    }

    pub(super) fn fault(&self, reader: &mut Reader, at: usize, text: &str) {
        reader.faults.add_at(at, format!("{}: {text}", self.name));
    }

    fn missing(&self, reader: &mut Reader, key: &str) {
        self.fault(reader, self.offset, &format!("\"{key}\" is missing"));
    }

    /// The item's slug; from here on messages name the item by it.
    pub(super) fn slug(&mut self, reader: &mut Reader, noun: Noun) -> String {
        let Some((at, _, value)) = self.take("slug") else {
            self.missing(reader, "slug");
            return String::new();
        };
        let slug = value.as_str().unwrap_or_default().to_owned();
        if !is_slug(&slug) {
            let text = "a slug is small letters and digits, with single hyphens between";
            self.fault(reader, at, text);
            return String::new();
        }
        self.name = format!("{} \"{slug}\"", noun.as_str());
        if !reader.slugs.insert((noun, slug.clone())) {
            self.fault(reader, at, "this slug is already in use");
        }
        slug
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, reader: &mut Reader, key: &'static str) -> String {
        let text = self.optional_text(reader, key);
        text.map(|(_, text)| text).unwrap_or_else(|| {
            self.missing_unless_taken(reader, key);
            String::new()
        })
    }

    fn missing_unless_taken(&self, reader: &mut Reader, key: &'static str) {
        if !self.offsets.iter().any(|(taken, _)| *taken == key) {
            self.missing(reader, key);
        }
    }

    /// A text, a date or a time, as written, and where its key stands. Nothing for one that is
    /// unreadable, which is then noted.
    fn optional_text(&mut self, reader: &mut Reader, key: &'static str) -> Option<(usize, String)> {
        let (at, _, value) = self.take(key)?;
        let text = match value {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(moment) => moment.to_string(),
            _ => {
                self.fault(reader, at, &format!("\"{key}\" must be a text"));
                return None;
            }
        };
        if text.is_empty() || text.chars().count() > TEXT_LEN_MAX {
            let wrong = if text.is_empty() {
                "is empty"
            } else {
                "is too long"
            };
            self.fault(reader, at, &format!("\"{key}\" {wrong}"));
            return None;
        }
        Some((at, text))
    }

    /// A text that `parse` understands; `hint` says what it takes.
    pub(super) fn optional<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        hint: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (at, text) = self.optional_text(reader, key)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.fault(
                reader,
                at,
                &format!("\"{key}\" is \"{text}\"; it must be {hint}"),
            );
        }
        parsed
    }

    /// As `optional`, but it must be there; `stand_in` is what reading goes on with.
    pub(super) fn parsed<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        hint: &str,
        stand_in: T,
        parse: impl Fn(&str) -> Option<T>,
    ) -> T {
        self.optional(reader, key, hint, parse).unwrap_or_else(|| {
            self.missing_unless_taken(reader, key);
            stand_in
        })
    }

    /// A time of day.
    pub(super) fn time(&mut self, reader: &mut Reader, key: &'static str) -> WallTime {
        let midnight = WallTime { hour: 0, minute: 0 };
        self.parsed(reader, key, "a time such as 09:30", midnight, parse_time)
    }

    /// A date, if there is one.
    pub(super) fn date(&mut self, reader: &mut Reader, key: &'static str) -> Option<WallDate> {
        self.optional(reader, key, "a date such as 2026-11-30", WallDate::parse)
    }

    /// A whole number within bounds; `None` when there is none.
    pub(super) fn optional_number(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        max: u32,
    ) -> Option<u32> {
        let (at, _, value) = self.take(key)?;
        let number = value.as_integer().and_then(|it| {
            u32::from_str_radix(it.as_str(), it.radix())
                .ok()
                .filter(|number| *number <= max)
        });
        if number.is_none() {
            self.fault(
                reader,
                at,
                &format!("\"{key}\" must be a number from 0 to {max}"),
            );
        }
        number
    }

    /// A whole number that must be there.
    pub(super) fn number(&mut self, reader: &mut Reader, key: &'static str, max: u32) -> u32 {
        self.optional_number(reader, key, max).unwrap_or_else(|| {
            self.missing_unless_taken(reader, key);
            0
        })
    }

    /// `true` or `false` that must be there.
    pub(super) fn flag(&mut self, reader: &mut Reader, key: &'static str) -> bool {
        self.optional_flag(reader, key).unwrap_or_else(|| {
            self.missing_unless_taken(reader, key);
            false
        })
    }

    /// `true` or `false`, if it is there.
    pub(super) fn optional_flag(&mut self, reader: &mut Reader, key: &'static str) -> Option<bool> {
        let (at, _, value) = self.take(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.fault(reader, at, &format!("\"{key}\" must be true or false"));
        }
        flag
    }

    /// A text in all three languages that must be there.
    pub(super) fn localised(&mut self, reader: &mut Reader, key: &'static str) -> Localised {
        self.optional_localised(reader, key).unwrap_or_else(|| {
            self.missing_unless_taken(reader, key);
            Localised::default()
        })
    }

    /// A text in all three languages, if there is one.
    pub(super) fn optional_localised(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
    ) -> Option<Localised> {
        let mut texts = self.table(reader, key)?;
        let [ar, fr, en] =
            [Lang::Ar, Lang::Fr, Lang::En].map(|lang| texts.text(reader, lang.code()));
        texts.finish(reader);
        Some(Localised { ar, fr, en })
    }

    /// Where a key stands, or the table where it is missing.
    pub(super) fn offset_of(&self, key: &str) -> usize {
        let found = self.offsets.iter().find(|(taken, _)| *taken == key);
        found.map_or(self.offset, |(_, offset)| *offset)
    }

    /// Notes a fault at a key.
    pub(super) fn fault_at(&self, reader: &mut Reader, key: &str, text: &str) {
        self.fault(reader, self.offset_of(key), text);
    }

    /// Ends the reading of an item: remembers its lines for the rules, refuses what is left.
    pub(super) fn finish_item(mut self, reader: &mut Reader, noun: Noun, slug: &str) {
        reader
            .offsets
            .insert((noun, slug.to_owned(), ""), self.offset);
        for (key, offset) in std::mem::take(&mut self.offsets) {
            reader
                .offsets
                .entry((noun, slug.to_owned(), key))
                .or_insert(offset);
        }
        self.finish(reader);
    }

    /// Ends the reading: what is left is a key that nobody knows.
    pub(super) fn finish(self, reader: &mut Reader) {
        for (key, at, ..) in &self.left {
            self.fault(
                reader,
                *at,
                &format!("\"{key}\" is not a key that belongs here"),
            );
        }
    }
}

/// `09:30`; TOML's own time may show as `09:30:00`.
pub(super) fn parse_time(text: &str) -> Option<WallTime> {
    WallTime::parse(
        text.strip_suffix(":00")
            .filter(|it| it.len() == 5)
            .unwrap_or(text),
    )
}
