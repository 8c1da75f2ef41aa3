//! A number is shown only together with a line that says so.

use store::{
    Store,
    desk::{SawPhone, ShowPhone, phone_views},
    testing::stores,
};

use crate::common::{details, now};
use crate::desk::{Desk, enrol};

async fn looks(store: &Store) -> usize {
    let views = phone_views(&mut store.read().await.unwrap(), 10).await;
    views.unwrap().len()
}

#[tokio::test]
async fn who_sees_a_number_is_written_down_with_whose_and_when() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let woman = enrol(&t.store, desk.first, 7).await;
        assert_eq!(looks(&t.store).await, 0);
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(woman.enrolment),
            by: desk.facilitator,
            at: now(),
        };
        let phone = t.store.write(show).await.unwrap();
        assert_eq!(phone, Some(details(7).phone), "{}", t.database);
        let views = phone_views(&mut t.store.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert_eq!(views.len(), 1);
        assert_eq!(views[0].enrolment, Some(woman.enrolment));
        assert_eq!(views[0].at, now());
        let by = views[0].by.as_ref().unwrap();
        assert_eq!(by.0, "facilitator@lab.example");
        assert!(views[0].whose.as_ref().unwrap().starts_with("سلمى"));
    }
}

#[tokio::test]
async fn nobodys_number_leaves_no_line() {
    for t in stores().await {
        let desk = Desk::with_slots(&t.store, 1, 1).await;
        let show = ShowPhone {
            of: SawPhone::OfEnrolment(domain::id::EnrolmentId(uuid::Uuid::nil())),
            by: desk.facilitator,
            at: now(),
        };
        assert_eq!(t.store.write(show).await.unwrap(), None);
        assert_eq!(looks(&t.store).await, 0);
    }
}
