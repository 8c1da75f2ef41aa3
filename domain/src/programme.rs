//! A whole programme as its file describes it: who offers what, where and when.
//! Reading the file, with its lines, is the server's; keeping it is the store's.

mod cluster;
mod course;
mod door;
mod hub;
mod plan;
mod question;
mod rules;
#[cfg(test)]
mod tests;
mod words;

pub use cluster::Cluster;
pub use course::{Childcare, Course, FundingProject, Instance, Logo, Picture, Session};
pub use door::{Door, Stretch, door, stretches};
pub use hub::{Holiday, Hours, Hub, Opening, Organisation, Room};
pub use plan::{Agenda, CalendarDay, Deadline, PlannedDay, Stay};
pub use question::name as question_name;
pub use rules::RuleFault;
pub use words::{
    ChildAgeBand, Colour, InstanceKind, Noun, Shape, TeachingLanguage, Theme, Weekday,
};

/// Everything that one programme file says. Items refer to each other by slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// What the makers say of themselves together.
    pub cluster: Option<Cluster>,
    /// Those who make the programme, in the order of the file.
    pub organisations: Vec<Organisation>,
    /// The places, with their rooms.
    pub hubs: Vec<Hub>,
    /// Days without sessions.
    pub holidays: Vec<Holiday>,
    /// The projects that pay, with the words they ask for.
    pub funding_projects: Vec<FundingProject>,
    /// What is taught, with its instances and their sessions.
    pub courses: Vec<Course>,
}

impl Programme {
    /// The rooms of all hubs, each with its hub.
    pub fn rooms(&self) -> impl Iterator<Item = (&Hub, &Room)> {
        self.hubs
            .iter()
            .flat_map(|hub| hub.rooms.iter().map(move |room| (hub, room)))
    }

    /// The instances of all courses, each with its course.
    pub fn instances(&self) -> impl Iterator<Item = (&Course, &Instance)> {
        self.courses
            .iter()
            .flat_map(|it| it.instances.iter().map(move |instance| (it, instance)))
    }

    /// The sessions of all instances, each with its course and its instance.
    pub fn sessions(&self) -> impl Iterator<Item = (&Course, &Instance, &Session)> {
        self.instances().flat_map(|(course, instance)| {
            instance
                .sessions
                .iter()
                .map(move |session| (course, instance, session))
        })
    }

    /// The hub with this slug.
    #[must_use]
    pub fn hub(&self, slug: &str) -> Option<&Hub> {
        self.hubs.iter().find(|hub| hub.slug == slug)
    }

    /// What contradicts itself in this programme; nothing when it can be kept.
    #[must_use]
    pub fn faults(&self) -> Vec<RuleFault> {
        rules::faults(self)
    }
}
