//! The closed lists of a programme file: each word has one spelling, from file to address.
//! What people read for them stands in the app's catalogue.

use crate::words::words;

words! {
    /// What a course is about.
    pub enum Theme {
        /// Using digital tools.
        Digital = "digital",
        /// Making oneself and one's work known.
        Marketing = "marketing",
        /// Making things that last.
        Design = "design",
        /// Photography and film.
        Image = "image",
    }
}

words! {
    /// A language that is spoken in a session.
    pub enum TeachingLanguage {
        /// Arabic, as it is spoken in Tunis.
        Arabic = "ar",
        /// French.
        French = "fr",
        /// English.
        English = "en",
    }
}

words! {
    /// What a person enrols in.
    pub enum InstanceKind {
        /// All sessions of the instance together.
        Whole = "whole",
        /// One session, as an appointment of her own.
        Slots = "slots",
    }
}

words! {
    /// The ages of children that a hub can look after.
    pub enum ChildAgeBand {
        /// Younger than three.
        Under3 = "under-3",
        /// Three to five.
        From3To5 = "3-5",
        /// Six to twelve.
        From6To12 = "6-12",
    }
}

words! {
    /// A hub's colour, beside its shape.
    pub enum Colour {
        /// The deep blue of the Medina's doors.
        Blue = "blue",
        /// Terracotta.
        Terracotta = "terracotta",
        /// Sand.
        Sand = "sand",
        /// The green of glazed tiles.
        Green = "green",
    }
}

words! {
    /// A hub's shape, beside its colour.
    pub enum Shape {
        /// A door's arch.
        Arch = "arch",
        /// An eight-pointed star.
        Star = "star",
        /// A tile on its corner.
        Lozenge = "lozenge",
        /// A round window.
        Circle = "circle",
    }
}

words! {
    /// A day of the week, from Monday.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// 1 for Monday to 7 for Sunday.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

words! {
    /// The nouns of a programme file, in the order in which they are kept.
    pub enum Noun {
        /// The cluster itself.
        Cluster = "cluster",
        /// One who takes part.
        Organisation = "organisation",
        /// A place.
        Hub = "hub",
        /// Days without sessions.
        Holiday = "holiday",
        /// A room of a hub.
        Room = "room",
        /// A project that pays.
        FundingProject = "funding project",
        /// What is taught.
        Course = "course",
        /// What a course asks.
        Question = "question",
        /// One run of a course.
        Instance = "instance",
        /// One meeting.
        Session = "session",
    }
}
