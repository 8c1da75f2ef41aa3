//! What the enrol page shows of a pool of seats.

use domain::{lang::Localised, programme::InstanceKind, question::Question};

use super::{Entry, Hub, SeatsState, entry::sessions_for, hub::hub};
use crate::{
    Conn, StoreError,
    childcare::{self, Places},
    question,
};

/// A pool of seats with what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolPage {
    /// How full it is.
    pub seats: SeatsState,
    /// Whether it is a whole run or one slot.
    pub kind: InstanceKind,
    /// The course's name in addresses.
    pub course_slug: String,
    /// The course's title.
    pub title: Localised,
    /// Where, with the telephone.
    pub hub: Hub,
    /// All its sessions, the earliest first; one, for a slot.
    pub sessions: Vec<Entry>,
    /// The projects that she may come from: slug and name.
    pub funding_projects: Vec<(String, Localised)>,
    /// The places for children that it offers.
    pub childcare: Vec<Places>,
    /// What its course asks of those who sign up.
    pub questions: Vec<Question<Localised>>,
}

/// The pool with this slug: that of a `whole` instance, or of a slot's session.
pub async fn seats(conn: &mut Conn, slug: &str) -> Result<Option<EnrolPage>, StoreError> {
    let sessions = sessions_for(conn, slug).await?;
    let Some(first) = sessions.first() else {
        return Ok(None);
    };
    let Some(hub) = hub(conn, &first.hub.slug).await? else {
        return Ok(None);
    };
    let projects = super::funding_projects(conn).await?;
    let childcare = childcare::places(conn, first.seats.id).await?;
    let questions = question::of_course(conn, &first.course_slug).await?;
    Ok(Some(EnrolPage {
        seats: first.seats.clone(),
        kind: first.kind,
        course_slug: first.course_slug.clone(),
        title: first.title.clone(),
        hub,
        funding_projects: projects.into_iter().map(|it| (it.slug, it.name)).collect(),
        childcare,
        questions,
        sessions,
    }))
}
