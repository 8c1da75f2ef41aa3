//! The page of a refusal: plain, small, without a script, with a way on. It
//! names no course and no person; its words stand in `words`.

use crate::reader::Reader;
use crate::refusal::{Refusal, words};

/// The whole document.
pub fn page(refusal: Refusal, reader: &Reader, style: Option<&str>) -> String {
    let lang = reader.lang;
    let words = words::words(refusal, lang);
    let style = style.map_or_else(String::new, |name| {
        format!(r#"<link rel="stylesheet" href="/assets/{}">"#, escape(name))
    });
    format!(
        concat!(
            r#"<!DOCTYPE html><html lang="{code}" dir="{dir}"><head><meta charset="utf-8">"#,
            r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
            r#"<meta name="robots" content="noindex"><title>{title}</title>{style}</head>"#,
            r#"<body><main class="page"><h1>{title}</h1><p>{text}</p>{way}</main></body></html>"#
        ),
        code = lang.code(),
        dir = lang.dir(),
        title = words.title,
        text = words.text,
        style = style,
        way = ways_on(refusal, reader),
    )
}

/// Back to the form that she came from, and to the first page in any case.
fn ways_on(refusal: Refusal, reader: &Reader) -> String {
    let lang = reader.lang;
    let home = format!("/{}", lang.code());
    let back = reader.came_from.as_deref().filter(|path| *path != home);
    let mut links = String::new();
    if refusal == Refusal::SignInFirst {
        links += &link(&format!("{home}/staff/sign-in"), words::sign_in(lang));
    } else if let Some(back) = back {
        links += &link(back, words::back(lang));
    }
    links + &link(&home, words::home(lang))
}

fn link(address: &str, text: &str) -> String {
    format!(r#"<p><a href="{}">{text}</a></p>"#, escape(address))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lang::Lang;

    fn reader(lang: Lang, came_from: Option<&str>) -> Reader {
        Reader {
            lang,
            wants_page: true,
            came_from: came_from.map(str::to_owned),
        }
    }

    #[test]
    fn every_refusal_has_a_page_in_every_language_with_a_way_on() {
        for refusal in Refusal::ALL {
            for lang in Lang::ALL {
                let page = page(refusal, &reader(lang, None), None);
                assert!(page.contains(&format!(
                    r#"<html lang="{}" dir="{}">"#,
                    lang.code(),
                    lang.dir()
                )));
                assert!(page.contains(&format!(r#"href="/{}""#, lang.code())));
                assert!(!page.contains("<script"));
            }
        }
    }

    #[test]
    fn the_way_back_cannot_carry_markup() {
        let page = page(
            Refusal::TooLarge,
            &reader(Lang::Fr, Some("/fr/\"><b>")),
            None,
        );
        assert!(page.contains("/fr/&quot;&gt;&lt;b&gt;"));
    }
}
