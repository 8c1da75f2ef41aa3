//! Takes the tables and lists of a TOML table; single values are taken in `fields`.

use super::{fields::Fields, reader::Reader};

impl<'d> Fields<'d> {
    /// A table within this one, if there is one.
    pub(super) fn table(&mut self, reader: &mut Reader, key: &'static str) -> Option<Fields<'d>> {
        let (at, _, value) = self.take(key)?;
        let Some(table) = value.as_table() else {
            self.fault(reader, at, &format!("\"{key}\" must be a table"));
            return None;
        };
        Some(Fields::new(&format!("{}, {key}", self.name), table, at))
    }

    /// The texts of an array, if there is one.
    pub(super) fn texts(&mut self, reader: &mut Reader, key: &'static str) -> Option<Vec<String>> {
        let (at, _, value) = self.take(key)?;
        let texts = value.as_array().and_then(|array| {
            array
                .iter()
                .map(|it| it.get_ref().as_str().map(str::to_owned))
                .collect()
        });
        if texts.is_none() {
            self.fault(reader, at, &format!("\"{key}\" must be a list of texts"));
        }
        texts
    }

    /// The texts of an array that `parse` understands.
    pub(super) fn texts_parsed<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        hint: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let texts = self.texts(reader, key).unwrap_or_default();
        let at = self.offset_of(key);
        let mut parsed = Vec::with_capacity(texts.len());
        for text in texts {
            match parse(&text) {
                Some(value) => parsed.push(value),
                None => self.fault(
                    reader,
                    at,
                    &format!("\"{text}\" in \"{key}\" is not {hint}"),
                ),
            }
        }
        parsed
    }

    /// Reads each table of an array of tables.
    pub(super) fn list<T>(
        &mut self,
        reader: &mut Reader,
        key: &'static str,
        read: impl Fn(&mut Reader, Fields<'d>) -> T,
    ) -> Vec<T> {
        let Some((at, _, value)) = self.take(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            self.fault(reader, at, &format!("\"{key}\" must be a list of tables"));
            return Vec::new();
        };
        let mut items = Vec::with_capacity(array.len());
        for item in array {
            match item.get_ref().as_table() {
                Some(table) => {
                    items.push(read(reader, Fields::new(key, table, item.span().start)));
                }
                None => {
                    let text = format!("\"{key}\" must be a list of tables");
                    self.fault(reader, item.span().start, &text);
                }
            }
        }
        items
    }
}
