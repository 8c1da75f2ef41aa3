//! Pictograms, for those who read little. Each stands beside its word, so it is hidden from
//! screen readers. Left to others: their drawings, which `shell` puts into every page once.

use domain::{calendar::DayPart, programme::Shape};
use leptos::prelude::*;

use crate::public::model::HubMark;

/// What a pictogram stands for. Each is drawn in `sprite.svg`, on a grid of 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Time of day.
    Clock,
    /// In the morning: the sun comes up.
    Morning,
    /// In the afternoon: the sun is high.
    Afternoon,
    /// In the evening: the moon.
    Evening,
    /// The calendar.
    Calendar,
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
    /// Steps.
    Stairs,
    /// For women only.
    Woman,
    /// The language that is spoken.
    Speech,
    /// Who offers it.
    People,
    /// An organisation.
    Organisation,
    /// A call.
    Call,
    /// A message.
    Message,
    /// On, in the direction of reading.
    On,
    /// Back, against the direction of reading.
    Back,
    /// To look for something.
    Search,
    /// To narrow what is shown.
    Filter,
    /// Good, done.
    Check,
    /// Take care.
    Warning,
    /// Something to know.
    Info,
    /// A waiting list.
    Wait,
    /// To pass on.
    Share,
    /// A link to keep.
    Link,
    /// To copy.
    Copy,
    /// A code for a camera.
    Qr,
    /// An eight-pointed star.
    Star,
    /// To hear it read.
    Listen,
    /// To leave, at once.
    Leave,
    /// The front page.
    Home,
    /// To write one's name.
    Pen,
    /// To take away.
    Close,
    /// Digital tools.
    Laptop,
    /// Making oneself known.
    Megaphone,
    /// Making things.
    Scissors,
    /// Photography and film.
    Camera,
}

impl Icon {
    /// All of them, in the order of the drawings.
    pub const ALL: [Self; 39] = [
        Self::Clock,
        Self::Morning,
        Self::Afternoon,
        Self::Evening,
        Self::Calendar,
        Self::Pin,
        Self::Route,
        Self::Bag,
        Self::Child,
        Self::Wheel,
        Self::Stairs,
        Self::Woman,
        Self::Speech,
        Self::People,
        Self::Organisation,
        Self::Call,
        Self::Message,
        Self::On,
        Self::Back,
        Self::Search,
        Self::Filter,
        Self::Check,
        Self::Warning,
        Self::Info,
        Self::Wait,
        Self::Share,
        Self::Link,
        Self::Copy,
        Self::Qr,
        Self::Star,
        Self::Listen,
        Self::Leave,
        Self::Home,
        Self::Pen,
        Self::Close,
        Self::Laptop,
        Self::Megaphone,
        Self::Scissors,
        Self::Camera,
    ];

    /// Where its drawing stands in the page.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Clock => "#i-clock",
            Self::Morning => "#i-morning",
            Self::Afternoon => "#i-afternoon",
            Self::Evening => "#i-evening",
            Self::Calendar => "#i-calendar",
            Self::Pin => "#i-pin",
            Self::Route => "#i-route",
            Self::Bag => "#i-bag",
            Self::Child => "#i-child",
            Self::Wheel => "#i-wheel",
            Self::Stairs => "#i-stairs",
            Self::Woman => "#i-woman",
            Self::Speech => "#i-speech",
            Self::People => "#i-people",
            Self::Organisation => "#i-house",
            Self::Call => "#i-call",
            Self::Message => "#i-message",
            Self::On => "#i-on",
            Self::Back => "#i-back",
            Self::Search => "#i-search",
            Self::Filter => "#i-filter",
            Self::Check => "#i-check",
            Self::Warning => "#i-warning",
            Self::Info => "#i-info",
            Self::Wait => "#i-wait",
            Self::Share => "#i-share",
            Self::Link => "#i-link",
            Self::Copy => "#i-copy",
            Self::Qr => "#i-qr",
            Self::Star => "#i-star",
            Self::Listen => "#i-listen",
            Self::Leave => "#i-leave",
            Self::Home => "#i-home",
            Self::Pen => "#i-pen",
            Self::Close => "#i-close",
            Self::Laptop => "#i-laptop",
            Self::Megaphone => "#i-megaphone",
            Self::Scissors => "#i-scissors",
            Self::Camera => "#i-camera",
        }
    }

    /// Arrows and ways turn with the direction of reading; clocks and phones do not.
    const fn class(self) -> &'static str {
        match self {
            Self::On | Self::Back | Self::Route | Self::Leave => "icon turns",
            _ => "icon",
        }
    }
}

impl From<DayPart> for Icon {
    fn from(part: DayPart) -> Self {
        match part {
            DayPart::Morning => Self::Morning,
            DayPart::Afternoon => Self::Afternoon,
            DayPart::Evening => Self::Evening,
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
            <use href=icon.href()></use>
        </svg>
    }
    .into_any()
}

/// The door whose studs are days, one of which is hers.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 48 48" aria-hidden="true">
            <use href="#logo"></use>
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
    .into_any()
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
    let href = match shape {
        Shape::Arch => "#s-arch",
        Shape::Star => "#s-star",
        Shape::Lozenge => "#s-lozenge",
        Shape::Circle => "#s-circle",
    };
    view! {
        <svg class="hub-shape" viewBox="0 0 24 24" aria-hidden="true">
            <use href=href></use>
        </svg>
    }
}
