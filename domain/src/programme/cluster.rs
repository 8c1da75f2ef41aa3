//! What the makers of a programme say of themselves together.
//! Each of them, the hubs and the projects have nouns of their own.

use crate::lang::Localised;

/// A cluster: who acts together here, and why. A programme has at most one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Its name.
    pub name: Localised,
    /// What it is, in a sentence or two.
    pub summary: Localised,
    /// How it works, one point per line.
    pub about: Localised,
    /// How it began, one step per line.
    pub history: Localised,
    /// What it plans, one point per line.
    pub plans: Localised,
    /// Who else may join.
    pub joining: Localised,
}

impl Cluster {
    /// What it is known by: there is one.
    pub const SLUG: &str = "cluster";
}
