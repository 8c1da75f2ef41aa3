//! Signing up someone else after oneself, on one phone and without scripts.

use crate::consents::{hidden, read, signed_up};
use crate::house::{FACILITATOR, House, cookies, location};
use crate::race::hidden_key;

/// The value of a cookie among those that a browser holds, replaced by what an answer sets.
pub fn joined(before: &str, set: &str) -> String {
    let name = |pair: &str| pair.split('=').next().unwrap().to_owned();
    let news: Vec<&str> = set.split("; ").filter(|pair| !pair.is_empty()).collect();
    let kept = before
        .split("; ")
        .filter(|old| news.iter().all(|new| name(new) != name(old)));
    kept.chain(news.iter().copied())
        .collect::<Vec<_>>()
        .join("; ")
}

#[tokio::test]
async fn after_her_own_sign_up_she_signs_a_friend_up_with_the_same_phone() {
    let house = House::open().await;
    let hers = signed_up(&house).await;
    let done = read(&house, "/fr/my/done", &hers).await;
    let fields = [("lang", "fr"), ("sign_up", hidden(&done, "sign_up"))];
    let another = house.form("/api/enrolments/another", &hers, &fields);
    let another = another.send().await.unwrap();
    assert_eq!(location(&another), Some("/fr/enrol/lab"));
    let both = joined(&hers, &cookies(&another));

    let form = read(&house, "/fr/enrol/lab", &both).await;
    assert!(form.contains("value=\"20123457\""), "{form}");
    assert!(!form.contains("Salma"), "{form}");
    assert!(
        form.contains("name=\"for_whom\" value=\"other\" checked"),
        "{form}"
    );
    // The shared phone suggests the picture.
    assert!(form.contains("<details open class=\"field\""), "{form}");
    let key = hidden_key(&form);
    let fields = [
        ("lang", "fr"),
        ("seats", "lab"),
        ("given_name", "Hela"),
        ("family_name", "Ben Ali"),
        ("phone", "20123457"),
        ("for_whom", "other"),
        ("picture", "fish"),
        ("consent", "yes"),
        ("key", &key),
    ];
    let sent = house.form("/api/enrolments/create", &both, &fields);
    let sent = sent.send().await.unwrap();
    assert_eq!(location(&sent), Some("/fr/my/done"));
    let mine = read(&house, "/fr/my", &joined(&both, &cookies(&sent))).await;
    assert_eq!(mine.matches("<article").count(), 2, "{mine}");

    let facilitator = house.sign_in(FACILITATOR).await;
    let run = format!("/fr/staff/instances/{}", house.run);
    let roster = read(&house, &run, &facilitator).await;
    let (before, _) = roster.split_once("Hela B.").unwrap();
    let record = before.rsplit("href=\"").next().unwrap();
    let record = record.split('"').next().unwrap();
    let page = read(&house, record, &facilitator).await;
    assert!(page.contains("par la personne qui l’a inscrite"), "{page}");
}

#[tokio::test]
async fn a_browser_without_the_sign_up_learns_no_phone_from_it() {
    let house = House::open().await;
    let hers = signed_up(&house).await;
    let done = read(&house, "/fr/my/done", &hers).await;
    let fields = [("lang", "fr"), ("sign_up", hidden(&done, "sign_up"))];
    let stranger = house.form("/api/enrolments/another", "", &fields);
    let stranger = stranger.send().await.unwrap();
    assert_eq!(location(&stranger), Some("/fr/my?notice=unknown"));
    // In a browser that has opened her link and nothing else, the form begins without a phone.
    let opened: Vec<&str> = hers
        .split("; ")
        .filter(|it| !it.contains("draft"))
        .collect();
    let opened = opened.join("; ");
    let another = house.form("/api/enrolments/another", &opened, &fields);
    let another = another.send().await.unwrap();
    let both = joined(&opened, &cookies(&another));
    let form = read(&house, "/fr/enrol/lab", &both).await;
    assert!(
        form.contains("name=\"for_whom\" value=\"other\" checked"),
        "{form}"
    );
    assert!(!form.contains("20123457"), "{form}");
}
