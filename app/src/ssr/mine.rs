//! Her enrolments as the private pages show them.

use store::{Conn, calendar, enrolment::MyEnrolment};

use super::{Site, calendar::Shown};
use crate::{error::AppError, public::model::Mine, routes};

/// One enrolment with what it is for.
pub async fn shown_to_her(
    conn: &mut Conn,
    site: &Site,
    shown: Shown,
    mine: MyEnrolment,
) -> Result<Mine, AppError> {
    let page = calendar::seats(conn, &mine.seats_slug)
        .await?
        .ok_or(AppError::Failed)?;
    let course = calendar::course(conn, &page.course_slug).await?;
    Ok(Mine {
        sign_up: mine.sign_up,
        appointment: shown.appointment(&page, course.as_ref())?,
        status: mine.status,
        place: mine.place,
        has_begun: mine.starts_at <= shown.now,
        link: routes::private_link(&site.public_url, &mine.link_token),
    })
}
