//! Joins the style sheets of `style/` into one, in the order of their names, and takes out what
//! only people need.
//! Left to others: what the styles say.

#[cfg(test)]
mod contrast;

use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// All style sheets, joined.
pub fn all() -> Result<String> {
    let folder = paths::root().join("style");
    let mut sheets = Vec::new();
    for entry in fs::read_dir(&folder).context("the folder style/ is missing")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            sheets.push(path);
        }
    }
    sheets.sort();
    let mut joined = String::new();
    for sheet in sheets {
        let text = fs::read_to_string(&sheet)
            .with_context(|| format!("cannot read {}", sheet.display()))?;
        joined.push_str(&minify(&text));
    }
    Ok(joined)
}

/// A script without its indentation and its lines of comment; nothing else is touched.
pub fn without_comment_lines(script: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    (lines.join("\n") + "\n").into_bytes()
}

/// Takes out comments, and spaces where they cannot matter; strings stay as they are.
fn minify(sheet: &str) -> String {
    let mut small = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(next) = rest.chars().next() {
        rest = if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else if next == '"' || next == '\'' {
            let end = string_end(rest, next);
            small.push_str(&rest[..end]);
            &rest[end..]
        } else if next.is_whitespace() {
            let after = rest.trim_start();
            if needs_space(&small, after) {
                small.push(' ');
            }
            after
        } else {
            if next == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(next);
            &rest[next.len_utf8()..]
        };
    }
    small
}

/// Where the string at the beginning of the text ends, with both of its quotes.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            char if char == quote => return at + char.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A space may go beside braces, semicolons and commas, and after a colon: before one it can be
/// part of a selector.
fn needs_space(before: &str, after: &str) -> bool {
    let meaningless = |char: char| matches!(char, '{' | '}' | ';' | ',' | ' ');
    let last = before.chars().next_back();
    !after.is_empty()
        && !after.starts_with(meaningless)
        && last.is_some_and(|char| !meaningless(char) && char != ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_go() {
        let sheet = "/* why */\na ,\nb {\n  color: red;\n  margin: 0 auto;\n}\n";
        assert_eq!(minify(sheet), "a,b{color:red;margin:0 auto}");
    }

    #[test]
    fn strings_stay_as_they_are() {
        let sheet = "a::after { content: \" /* } \\\" \"; }";
        assert_eq!(minify(sheet), "a::after{content:\" /* } \\\" \"}");
    }

    #[test]
    fn a_descendant_with_a_pseudo_class_keeps_its_space() {
        assert_eq!(minify("nav :focus { top: 0 }"), "nav :focus{top:0}");
    }

    #[test]
    fn sums_keep_their_spaces() {
        assert_eq!(
            minify("a { top: calc(1px + 2px); }"),
            "a{top:calc(1px + 2px)}"
        );
    }

    #[test]
    fn a_comment_between_two_words_does_not_join_them() {
        assert_eq!(minify("a /* b */ c{top:0}"), "a c{top:0}");
        assert_eq!(minify("a /* b */c{top:0}"), "a c{top:0}");
    }

    #[test]
    fn a_script_loses_its_comment_lines_only() {
        let script = b"// why\nconst a = 'b'; // how\n\n  a();\n";
        assert_eq!(
            without_comment_lines(script),
            b"const a = 'b'; // how\na();\n"
        );
    }
}
