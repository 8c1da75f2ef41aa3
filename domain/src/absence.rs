//! Why she cannot come, in words that a woman picks from a list.
//! Whether it frees a seat is decided in `store`.

use crate::words::words;

words! {
    /// Her own reason. It is kept sealed, and only the staff of her hub read it.
    pub enum AbsenceReason {
        /// A child, or the family.
        Child = "child",
        /// Her work, or her employer.
        Work = "work",
        /// The way there.
        Transport = "transport",
        /// Her health.
        Health = "health",
        /// It would not be safe.
        Safety = "safety",
        /// She does not wish to say.
        Unsaid = "unsaid",
    }
}
