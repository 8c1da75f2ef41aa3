//! The twelve pictures: how they are drawn and called, and the choice of one of them.

use domain::enrolment::Picture;
use leptos::prelude::*;

use crate::i18n::{Text, mine::Pictures, t, use_lang};

/// The field's name in every form.
pub const PICTURE: &str = "picture";

/// One of twelve, with its word.
#[component]
pub fn PictureChoice(
    /// The word of the chosen one, or nothing.
    value: String,
) -> impl IntoView {
    let texts = t(use_lang()).pictures();
    let each = move |picture: &Picture| {
        let word = picture.as_str();
        let chosen = word == value;
        view! {
            <label class="picture">
                <input type="radio" name=PICTURE value=word checked=chosen/>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d=path(*picture)></path>
                </svg>
                <span>{name(texts, *picture)}</span>
            </label>
        }
    };
    view! { <div class="pictures">{Picture::ALL.iter().map(each).collect_view()}</div> }
}

const fn name(texts: &Pictures, picture: Picture) -> Text {
    match picture {
        Picture::Olive => texts.olive,
        Picture::Door => texts.door,
        Picture::Fish => texts.fish,
        Picture::Moon => texts.moon,
        Picture::Star => texts.star,
        Picture::Tea => texts.tea,
        Picture::Key => texts.key,
        Picture::Bird => texts.bird,
        Picture::Jasmine => texts.jasmine,
        Picture::Cactus => texts.cactus,
        Picture::Boat => texts.boat,
        Picture::Lamp => texts.lamp,
    }
}

/// Lines on a square of 24, as all pictograms are.
const fn path(picture: Picture) -> &'static str {
    match picture {
        Picture::Olive => {
            "M4 20C8 12 14 7 20 4M9 13C6 13 4 11 4 8c3 0 5 2 5 5M14 8c-2-1-3-3-2-5c3 1 3 3 2 5\
             M12 15a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0-5 0"
        }
        Picture::Door => "M5 21V10a7 7 0 0 1 14 0v11zM12 3v18M9 13v2M15 13v2",
        Picture::Fish => "M3 12c3-5 9-6 13-1l5-4v10l-5-4C12 18 6 17 3 12M7.500 11h.01",
        Picture::Moon => "M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10",
        Picture::Star => {
            "M12 3l2.600 6l6.400.500l-4.900 4.200l1.500 6.300L12 16.600L6.400 20l1.500-6.300L3 9.500\
             L9.400 9z"
        }
        Picture::Tea => "M6 8h12l-2 13H8zM6.500 12h11M10 5c-1-1 1-1.500 0-3M14 5c-1-1 1-1.500 0-3",
        Picture::Key => "M7 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M11 12h10M18 12v4M21 12v3",
        Picture::Bird => {
            "M3 9c1 7 5 10 10 10c4 0 6-3 6-7l2-2h-2.500a3.500 3.500 0 0 0-6.500 1c-2 2-6 1-9-2\
             M16 9.500h.01M11 19v3M14 19v3"
        }
        Picture::Jasmine => {
            "M10 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0M12 10c-3-2-3-6 0-8c3 2 3 6 0 8\
             M14 11.500c1-3 4-5 7-3c0 3-4 5-7 3M13 14c3 0 6 3 5 6c-3 1-6-3-5-6\
             M11 14c1 3-2 7-5 6c-1-3 2-6 5-6M10 11.500c-3 2-7 0-7-3c3-2 6 0 7 3"
        }
        Picture::Cactus => {
            "M10 21V5a2 2 0 0 1 4 0v16M10 16H8a3 3 0 0 1-3-3v-3M14 13h2a3 3 0 0 0 3-3V8M7 21h10"
        }
        Picture::Boat => "M3 16h18l-3 5H6zM12 16V3l7 10h-7M12 7l-5 6h5",
        Picture::Lamp => "M9 4h6l4 9H5zM12 13v7M8 20h8",
    }
}
