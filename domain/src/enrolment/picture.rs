//! The twelve pictures of the second question: easy to name, to draw and to tell apart in three
//! languages, and nothing about the person. How they are drawn is left to `app`.

use crate::words::words;

words! {
    /// What she may choose at sign-up, and is asked for when her link is opened elsewhere.
    pub enum Picture {
        /// A branch with olives.
        Olive = "olive",
        /// A door of the Medina.
        Door = "door",
        /// A fish.
        Fish = "fish",
        /// The moon.
        Moon = "moon",
        /// A star.
        Star = "star",
        /// A glass of tea.
        Tea = "tea",
        /// A key.
        Key = "key",
        /// A bird.
        Bird = "bird",
        /// A jasmine flower.
        Jasmine = "jasmine",
        /// A cactus.
        Cactus = "cactus",
        /// A boat.
        Boat = "boat",
        /// A lamp.
        Lamp = "lamp",
    }
}
