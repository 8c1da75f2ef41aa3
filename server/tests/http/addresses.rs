//! What was typed, or stands in an address, goes into another address: it stays what it was
//! and breaks nothing, however odd it is.

use http::StatusCode;

use crate::house::{FACILITATOR, House, location};

/// A line's end, a zero byte and an Arabic word, as typed and as an address carries them.
const ODD: [(&str, &str); 3] = [
    ("\n", "%0A"),
    ("\0", "%00"),
    ("مدينة", "%D9%85%D8%AF%D9%8A%D9%86%D8%A9"),
];

/// Where an address leads, and how.
async fn led(house: &House, path: &str) -> (StatusCode, Option<String>) {
    let answer = house.page(path, "").await;
    (answer.status(), location(&answer).map(str::to_owned))
}

#[tokio::test]
async fn an_odd_address_of_a_staff_page_leads_to_the_sign_in_and_back() {
    let house = House::open().await;
    for (_, odd) in ODD {
        for (path, back) in [
            (
                format!("/fr/staff/enrol/{odd}"),
                format!("/fr/staff/enrol/{odd}"),
            ),
            (
                format!("/fr/staff/courses?hub={odd}"),
                format!("/fr/staff/courses?hub={odd}&when="),
            ),
            (
                format!("/fr/staff/courses?when={odd}"),
                format!("/fr/staff/courses?hub=&when={odd}"),
            ),
        ] {
            let back = back.replace('%', "%25").replace('&', "%26");
            let door = format!("/fr/staff/sign-in?back={back}");
            assert_eq!(led(&house, &path).await.1, Some(door), "{path}");
        }
        for path in [
            format!("/fr/staff/instances/{odd}"),
            format!("/fr/staff/enrolments/{odd}"),
            format!("/fr/staff/sessions/{odd}"),
            format!("/fr/staff/signed-up/{odd}"),
            format!("/fr/staff?date={odd}"),
            format!("/fr/staff/sign-in?back={odd}"),
            format!("/fr/enrol/{odd}"),
            format!("/fr/call?seats={odd}"),
            format!("/fr/hubs/{odd}"),
            format!("/fr/calendar?hub={odd}"),
            format!("/fr/my?notice={odd}"),
        ] {
            let (status, _) = led(&house, &path).await;
            assert!(!status.is_server_error(), "{path}: {status}");
        }
    }
}

#[tokio::test]
async fn a_form_of_an_odd_place_comes_back_to_that_place() {
    let house = House::open().await;
    for (odd, written) in ODD {
        for (form, place) in [
            (
                "/api/enrolments/create",
                format!("/fr/enrol/{written}#form"),
            ),
            (
                "/api/calls/create",
                format!("/fr/call?seats={written}#form"),
            ),
            (
                "/api/staff/assist",
                format!(
                    "/fr/staff/sign-in?back=/fr/staff/enrol/{}",
                    written.replace('%', "%25")
                ),
            ),
        ] {
            let fields = [("lang", "fr"), ("seats", odd), ("phone", "wrong")];
            let answer = house.form(form, "", &fields).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{form} {odd:?}");
            assert_eq!(location(&answer), Some(&*place));
        }
        let fields = [("lang", "fr"), ("email", FACILITATOR), ("back", odd)];
        let answer = house.form("/api/staff/sign-in", "", &fields).send().await;
        assert_eq!(
            location(&answer.unwrap()),
            Some("/fr/staff/sign-in?back=/fr/staff")
        );
    }
}
