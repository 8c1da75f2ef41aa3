//! Pictograms, for those who read little. Each stands beside its word, so it is hidden from
//! screen readers.

use domain::programme::Shape;
use leptos::prelude::*;

use crate::public::model::HubMark;

/// What a pictogram stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Time of day.
    Clock,
    /// Place.
    Pin,
    /// The way there.
    Route,
    /// What to bring.
    Bag,
    /// Children are looked after.
    Child,
    /// No step.
    Wheel,
    /// For women only.
    Woman,
    /// The language that is spoken.
    Speech,
    /// Who offers it.
    People,
    /// A call.
    Call,
    /// On, in the direction of reading.
    On,
    /// Back, against the direction of reading.
    Back,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Clock => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2",
            Self::Pin => {
                "M12 21c-4-5-7-8-7-11a7 7 0 0 1 14 0c0 3-3 6-7 11M12 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4"
            }
            Self::Route => "M6 20V9a4 4 0 0 1 4-4h8M15 2l3 3l-3 3M4 20h4",
            Self::Bag => "M5 8h14l1 12H4zM9 8V6a3 3 0 0 1 6 0v2",
            Self::Child => "M12 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6M7 13h10M12 10v6M12 16l-3 5M12 16l3 5",
            Self::Wheel => "M11 4v8h5l3 6M11 8h4M9 11a5 5 0 1 0 6 6M11 2v0",
            Self::Woman => "M12 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6M12 9l-5 9h10zM10 18v3M14 18v3",
            Self::Speech => "M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5",
            Self::People => {
                "M9 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M3 20a6 6 0 0 1 12 0M16 6a3 3 0 0 1 0 6M17 14a6 6 0 0 1 4 6"
            }
            Self::Call => {
                "M6 3h4l2 5l-3 2a12 12 0 0 0 5 5l2-3l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2"
            }
            Self::On => "M5 12h14M13 6l6 6l-6 6",
            Self::Back => "M19 12H5M11 6l-6 6l6 6",
        }
    }

    /// Arrows turn with the direction of reading; clocks and phones do not.
    const fn class(self) -> &'static str {
        match self {
            Self::On | Self::Back | Self::Route => "icon turns",
            _ => "icon",
        }
    }
}

/// A pictogram.
#[component]
pub fn Pictogram(
    /// What it stands for.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class=icon.class() viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}

/// A hub's name with its shape in its colour.
#[component]
pub fn HubName(
    /// The hub.
    hub: HubMark,
) -> impl IntoView {
    let class = format!("hub-name {}", hue(&hub));
    view! {
        <span class=class>
            <HubShape shape=hub.shape/>
            {hub.name}
        </span>
    }
}

/// The class that carries a hub's colour.
#[must_use]
pub fn hue(hub: &HubMark) -> String {
    format!("hue-{}", hub.colour.as_str())
}

/// A hub's shape.
#[component]
pub fn HubShape(
    /// Which shape.
    shape: Shape,
) -> impl IntoView {
    let path = match shape {
        Shape::Arch => "M4 22V11a8 9 0 0 1 16 0v11h-5v-9a3 4 0 0 0-6 0v9z",
        Shape::Star => {
            "M12 1l3.2 3.3h4.5v4.5L23 12l-3.3 3.2v4.5h-4.5L12 23l-3.2-3.3H4.3v-4.5L1 12l3.3-3.2V4.3h4.5z"
        }
        Shape::Lozenge => "M12 1l9 11l-9 11l-9-11z",
        Shape::Circle => "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20",
    };
    view! {
        <svg class="hub-shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
