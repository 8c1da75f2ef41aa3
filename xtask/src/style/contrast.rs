//! Reckons the contrast of text and ground from the tokens of `style/`, in light and in dark.
//! Left to axe in the browser: what stands on what on a real page.

use std::collections::BTreeMap;
use std::fs;

use crate::paths;

/// WCAG 2.2, 1.4.3: text.
const TEXT_MIN: f64 = 4.5;
/// WCAG 2.2, 1.4.11: borders of controls and pictograms that stand alone.
const SHAPE_MIN: f64 = 3.0;

/// Text, the grounds it may stand on, and how much they must differ.
const PAIRS: [(&str, &[&str], f64); 16] = [
    ("ink", &["wall", "wall-2", "surface"], TEXT_MIN),
    ("ink-2", &["wall", "wall-2", "surface"], TEXT_MIN),
    (
        "ink",
        &["door-2", "terracotta-2", "sand-2", "green-2"],
        TEXT_MIN,
    ),
    (
        "door",
        &[
            "wall",
            "wall-2",
            "surface",
            "door-2",
            "terracotta-2",
            "green-2",
        ],
        TEXT_MIN,
    ),
    ("door-deep", &["wall", "wall-2", "door-2"], TEXT_MIN),
    ("door-ink", &["door", "door-deep"], TEXT_MIN),
    (
        "terracotta",
        &["wall", "wall-2", "surface", "terracotta-2"],
        TEXT_MIN,
    ),
    ("sand", &["wall", "surface", "sand-2"], TEXT_MIN),
    ("green", &["wall", "wall-2", "surface", "green-2"], TEXT_MIN),
    ("alarm", &["wall", "surface", "alarm-2"], TEXT_MIN),
    (
        "wall",
        &["ink", "alarm", "green", "sand", "door", "terracotta"],
        TEXT_MIN,
    ),
    ("hero-ink", &["hero"], TEXT_MIN),
    ("accent-ink", &["accent", "paper"], TEXT_MIN),
    ("line-strong", &["wall", "surface"], SHAPE_MIN),
    (
        "focus",
        &["wall", "wall-2", "surface", "focus-ground"],
        SHAPE_MIN,
    ),
    ("accent", &["hero"], SHAPE_MIN),
];

type Names = BTreeMap<String, String>;

#[test]
fn every_text_can_be_read_on_its_ground_in_light_and_in_dark() {
    for (scheme, names) in schemes() {
        for (text, grounds, least) in PAIRS {
            for ground in grounds {
                let reached = contrast(colour(&names, text), colour(&names, ground));
                assert!(
                    reached >= least,
                    "{scheme}: {text} on {ground} is {reached:.2} : 1"
                );
            }
        }
    }
}

#[test]
fn the_browsers_own_bar_has_the_colour_of_the_page() {
    let shell = fs::read_to_string(paths::root().join("app/src/shell.rs")).unwrap();
    for (scheme, names) in schemes() {
        let [r, g, b] = colour(&names, "wall");
        let told =
            format!(r##"(prefers-color-scheme: {scheme})" content="#{r:02x}{g:02x}{b:02x}""##);
        assert!(shell.contains(&told), "{told}");
    }
}

#[test]
fn components_use_the_names_of_the_second_layer_only() {
    let sheet = |name: &str| fs::read_to_string(paths::root().join("style").join(name)).unwrap();
    let raw = declared(&sheet("10-palette.css"));
    for entry in fs::read_dir(paths::root().join("style")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.starts_with("10-") || name.starts_with("12-") {
            continue;
        }
        let text = sheet(&name);
        let found = raw.keys().find(|raw| text.contains(&format!("--{raw})")));
        assert_eq!(found, None, "{name}");
        assert!(!text.contains(": #"), "{name} names a colour of its own");
    }
}

#[test]
fn black_on_white_is_21_and_a_grey_that_is_too_light_is_seen() {
    let grey = |level| [level; 3];
    assert!((contrast(grey(0), grey(255)) - 21.0).abs() < 0.01);
    assert!(contrast(grey(0x80), grey(255)) < TEXT_MIN);
}

/// All names in light and in dark.
fn schemes() -> [(&'static str, Names); 2] {
    let sheet = |name: &str| fs::read_to_string(paths::root().join("style").join(name)).unwrap();
    let tokens = sheet("12-tokens.css");
    let (light, rest) = tokens
        .split_once("@media (prefers-color-scheme: dark)")
        .unwrap();
    let (dark, _) = rest.split_once("@media").unwrap();
    let mut bright = declared(&sheet("10-palette.css"));
    bright.extend(declared(light));
    let mut dim = bright.clone();
    dim.extend(declared(dark));
    [("light", bright), ("dark", dim)]
}

/// The custom properties of a block.
fn declared(block: &str) -> Names {
    let lines = block.split([';', '{']).map(str::trim);
    let pairs = lines.filter_map(|line| line.strip_prefix("--")?.split_once(':'));
    pairs
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

/// Follows `var(…)` to the colour.
fn colour(names: &Names, name: &str) -> [u8; 3] {
    let value = names.get(name).unwrap_or_else(|| panic!("no token {name}"));
    match value.strip_prefix("var(--") {
        Some(other) => colour(names, other.trim_end_matches(')')),
        None => [1, 3, 5].map(|at| u8::from_str_radix(&value[at..at + 2], 16).unwrap()),
    }
}

/// WCAG 2.2: relative luminance and contrast ratio.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
