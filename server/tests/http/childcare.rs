//! Childcare over HTTP, as a browser without scripts asks for it: the question, what comes back
//! when there is no place, what she is told, and what staff read.

use domain::{id::SeatsId, programme::ChildAgeBand};
use store::testing::childcare::OfferChildcare;

use crate::consents::hidden;
use crate::house::{FACILITATOR, House, cookies, location};
use crate::race::hidden_key;

const CREATE: &str = "/api/enrolments/create";
const FORM: &str = "/fr/enrol/lab";

/// The house, whose lab looks after one child of three to five.
async fn caring() -> House {
    let house = House::open().await;
    offer(&house, house.seats, ChildAgeBand::From3To5, 1).await;
    house
}

async fn offer(house: &House, seats: SeatsId, band: ChildAgeBand, places: i64) {
    let offer = OfferChildcare {
        seats,
        band,
        places,
    };
    house.store.store.write(offer).await.unwrap();
}

async fn text(house: &House, path: &str, cookies: &str) -> String {
    house.page(path, cookies).await.text().await.unwrap()
}

/// The form of a mother of this name and number, with these fields more.
async fn send(
    house: &House,
    (name, phone): (&str, &str),
    more: &[(&str, &str)],
) -> reqwest::Response {
    let key = hidden_key(&text(house, FORM, "").await);
    let mut fields = vec![
        ("lang", "fr"),
        ("seats", "lab"),
        ("given_name", name),
        ("family_name", "Gharbi"),
        ("phone", phone),
        ("consent", "yes"),
        ("key", &key),
    ];
    fields.extend_from_slice(more);
    house.form(CREATE, "", &fields).send().await.unwrap()
}

const ONE: (&str, &str) = ("children[age-3-5]", "1");

/// The last place is taken.
async fn first(house: &House) -> String {
    let sent = send(house, ("Ines", "20 765 432"), &[ONE]).await;
    assert_eq!(location(&sent), Some("/fr/my/done"));
    cookies(&sent)
}

#[tokio::test]
async fn she_asks_for_a_place_and_is_told_that_she_has_it_and_staff_read_it() {
    let house = caring().await;
    let form = text(&house, FORM, "").await;
    assert!(form.contains("Je viens avec des enfants"));
    assert!(form.contains("name=\"children[age-3-5]\"") && form.contains("1 place libre"));
    assert!(!form.contains("children[age-6-12]"), "nobody offers that");
    let her = first(&house).await;
    let told = "Garde d’enfants\u{a0}: 1 enfant (De 3 à 5 ans)";
    for page in ["/fr/my/done", "/fr/my"] {
        assert!(text(&house, page, &her).await.contains(told), "{page}");
    }
    let staff = house.sign_in(FACILITATOR).await;
    for page in [format!("/fr/staff/instances/{}", house.run), house.roll()] {
        let page_text = text(&house, &page, &staff).await;
        assert!(page_text.contains("1 enfant (De 3 à 5 ans)"), "{page}");
    }
}

#[tokio::test]
async fn where_there_is_no_place_she_is_told_beside_the_tick_with_all_that_was_typed() {
    let house = caring().await;
    first(&house).await;
    let sent = send(&house, ("Sana", "20 111 222"), &[ONE]).await;
    assert_eq!(location(&sent), Some("/fr/enrol/lab#form"));
    let again = text(&house, FORM, &cookies(&sent)).await;
    assert!(again.contains("href=\"#childcare_optional\""), "{again}");
    assert!(again.contains("pas assez de places libres pour vos enfants"));
    assert!(again.contains("<option value=\"1\" selected"), "{again}");
    let question = again.find("Je viens avec des enfants").unwrap();
    let begins = again[..question].rfind("<details").unwrap();
    assert!(again[begins..question].contains(" open"), "it is closed");
    assert!(again.contains("value=\"Sana\"") && again.contains("value=\"20 111 222\""));
    assert!(again.contains("Aucune place libre"));
}

#[tokio::test]
async fn she_comes_without_or_waits_as_she_ticks() {
    let house = caring().await;
    first(&house).await;
    let without = [ONE, ("childcare_optional", "yes")];
    let sent = send(&house, ("Sana", "20 111 222"), &without).await;
    let mine = text(&house, "/fr/my", &cookies(&sent)).await;
    assert!(mine.contains("Sans garde d’enfants"), "{mine}");
    let waits = [ONE, ("waitlist", "yes")];
    let sent = send(&house, ("Nour", "20 333 444"), &waits).await;
    let mine = text(&house, "/fr/my", &cookies(&sent)).await;
    assert!(mine.contains("En attente d’une place avec garde d’enfants"));
}

#[tokio::test]
async fn a_number_that_cannot_be_is_a_fault_at_its_age_and_never_a_seat() {
    let house = caring().await;
    for (field, value, fault) in [
        ("children[age-3-5]", "9", "#children-3-5"),
        ("children[age-3-5]", "one", "#children-3-5"),
        ("children[age-6-12]", "1", "#children-6-12"),
        ("childcare_optional", "perhaps", "#childcare_optional"),
    ] {
        let sent = send(&house, ("Sana", "20 111 222"), &[(field, value)]).await;
        let back = location(&sent);
        assert_eq!(back, Some("/fr/enrol/lab#form"), "{field}={value}");
        let again = text(&house, FORM, &cookies(&sent)).await;
        assert!(again.contains(&format!("href=\"{fault}\"")), "{again}");
    }
    for odd in ["children", "children[a][b]", "children[]", "children["] {
        let sent = send(&house, ("Sana", "20 111 222"), &[(odd, "1")]).await;
        assert!(!sent.status().is_server_error(), "{odd}");
    }
}

#[tokio::test]
async fn who_waits_for_childcare_can_come_without_it_and_has_the_free_seat_at_once() {
    let house = caring().await;
    first(&house).await;
    let waits = [ONE, ("waitlist", "yes")];
    let hers = cookies(&send(&house, ("Nour", "20 333 444"), &waits).await);
    let mine = text(&house, "/fr/my", &hers).await;
    assert!(mine.contains("Venir sans garde d’enfants"), "{mine}");
    let fields = [("lang", "fr"), ("sign_up", hidden(&mine, "sign_up"))];
    let path = "/api/enrolments/without-childcare";
    let stranger = house.form(path, "", &fields).send().await.unwrap();
    assert_eq!(location(&stranger), Some("/fr/my?notice=unknown"));
    let told = house.form(path, &hers, &fields).send().await.unwrap();
    assert_eq!(location(&told), Some("/fr/my?notice=without-seat"));
    let mine = text(&house, "/fr/my", &hers).await;
    assert!(mine.contains("Inscription confirmée"), "{mine}");
    assert!(mine.contains("Sans garde d’enfants"), "{mine}");
    assert!(!mine.contains(path), "{mine}");
    let again = house.form(path, &hers, &fields).send().await.unwrap();
    assert_eq!(location(&again), Some("/fr/my?notice=unknown"));
}
