//! Rows that may be one woman over HTTP, as plain forms: found, looked at side by side, joined,
//! taken apart, and told apart.

use http::StatusCode;

use crate::consents::{hidden, read};
use crate::house::{FACILITATOR, House, STRANGER, location};

#[tokio::test]
async fn two_rows_are_found_looked_at_side_by_side_joined_and_taken_apart_again() {
    let house = House::open().await;
    let [one, other] = house.twins("20123461").await;
    let facilitator = house.sign_in(FACILITATOR).await;
    let list = read(&house, "/fr/staff/duplicates", &facilitator).await;
    assert!(list.contains("Selma Trabelsi") && list.contains("Salma Trabelsi"));
    assert!(list.contains("Même téléphone, nom proche"), "{list}");
    let record = read(
        &house,
        &format!("/fr/staff/enrolments/{other}"),
        &facilitator,
    )
    .await;
    assert!(record.contains("/same/"), "{record}");

    let path = format!("/fr/staff/enrolments/{one}/same/{other}");
    let both = read(&house, &path, &facilitator).await;
    assert!(
        both.contains("Les deux fiches ont le même numéro"),
        "{both}"
    );
    assert!(!both.contains("20 123 461") && !both.contains("20123461"));
    let (lang, ids) = (("lang", "fr"), [one.to_string(), other.to_string()]);
    let fields = [lang, ("enrolment", &*ids[0]), ("gone", &*ids[1])];
    let form = house.form("/api/staff/duplicates/merge", &facilitator, &fields);
    let joined = form.send().await.unwrap();
    let back = format!("/fr/staff/enrolments/{one}?notice=merged#notice");
    assert_eq!(location(&joined), Some(&*back));
    let page = read(&house, &format!("/fr/staff/enrolments/{one}"), &facilitator).await;
    assert!(page.contains("Fiches réunies"), "{page}");
    let gone = read(
        &house,
        &format!("/fr/staff/enrolments/{other}"),
        &facilitator,
    )
    .await;
    assert!(gone.contains("réunie à une autre"), "{gone}");
    assert_eq!(house.roster().await.len(), 2);
    let list = read(&house, "/fr/staff/duplicates", &facilitator).await;
    assert!(list.contains("Personne ne semble"), "{list}");

    let fields = [
        lang,
        ("enrolment", &*ids[0]),
        ("merge", hidden(&page, "merge")),
    ];
    let form = house.form("/api/staff/duplicates/undo", &facilitator, &fields);
    let parted = form.send().await.unwrap();
    let back = format!("/fr/staff/enrolments/{one}?notice=parted#notice");
    assert_eq!(location(&parted), Some(&*back));
    assert_eq!(house.roster().await.len(), 3);
}

#[tokio::test]
async fn two_women_who_are_told_apart_are_not_asked_about_again() {
    let house = House::open().await;
    house.twins("20123461").await;
    let facilitator = house.sign_in(FACILITATOR).await;
    let list = read(&house, "/fr/staff/duplicates", &facilitator).await;
    let fields = [
        ("lang", "fr"),
        ("enrolment", hidden(&list, "enrolment")),
        ("other", hidden(&list, "other")),
    ];
    let form = house.form("/api/staff/duplicates/apart", &facilitator, &fields);
    let told = form.send().await.unwrap();
    let back = "/fr/staff/duplicates?notice=told-apart#notice";
    assert_eq!(location(&told), Some(back));
    let list = read(&house, "/fr/staff/duplicates", &facilitator).await;
    assert!(!list.contains("Salma"), "{list}");
}

#[tokio::test]
async fn who_works_at_another_hub_sees_no_pair_and_joins_nobody() {
    let house = House::open().await;
    let [one, other] = house.twins("20123461").await;
    let stranger = house.sign_in(STRANGER).await;
    let list = read(&house, "/fr/staff/duplicates", &stranger).await;
    assert!(!list.contains("Salma") && list.contains("Personne ne semble"));
    let ids = [one.to_string(), other.to_string()];
    let fields = [("lang", "fr"), ("enrolment", &*ids[0]), ("gone", &*ids[1])];
    let form = house.form("/api/staff/duplicates/merge", &stranger, &fields);
    assert_eq!(form.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(house.roster().await.len(), 3);
}
