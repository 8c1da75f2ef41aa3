//! The table of rights against the real router: every server function and every staff page,
//! called by those whom it must keep out.

use std::collections::BTreeSet;

use app::access::rights::{DAY, OVERSIGHT, RIGHTS, ROLL, Right};
use app::routes::is_staff;
use domain::id::{CallId, ConsentTaskId, EnrolmentId, MergeId, MessageId, SignUpId};
use domain::role::Role;
use http::header::{ACCEPT, COOKIE, REFERER};
use http::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use reqwest::Response;
use server::router::PAGES;

use crate::house::{COORDINATOR, FACILITATOR, House, PARTNER, STRANGER, location};

/// A body that decodes, for each function that is not for everyone.
fn body(house: &House, desk: &Desk, path: &str) -> Vec<(&'static str, String)> {
    let text = str::to_owned;
    let lang = ("lang", text("fr"));
    let woman = ("enrolment", house.woman.to_string());
    let call = ("call", desk.call.to_string());
    let message = ("message", desk.message.to_string());
    let seats = ("seats", text("lab"));
    let session = ("session", house.session.to_string());
    match path {
        "/api/staff/day" => vec![("lang", text("fr")), ("date", String::new())],
        "/api/staff/roll" => vec![("lang", text("fr")), session],
        "/api/marks/create" => vec![
            ("lang", text("fr")),
            session,
            (
                "id",
                app::access::new_mark_id(crate::pages::now()).to_string(),
            ),
            ("enrolment", house.woman.to_string()),
            ("status", text("present")),
            ("base_version", text("0")),
        ],
        "/api/staff/courses" | "/api/staff/calls" | "/api/staff/messages" => vec![lang],
        "/api/staff/messages/tap" => vec![lang, message, ("seen", text("0"))],
        "/api/staff/messages/answer" => vec![lang, message, ("answer", text("not_needed"))],
        "/api/staff/phones" | "/api/staff/consents" | "/api/staff/duplicates" => vec![],
        "/api/staff/duplicates/compare" => twins(lang, desk.compared, "other"),
        "/api/staff/duplicates/merge" => twins(lang, desk.joined, "gone"),
        "/api/staff/duplicates/apart" => twins(lang, desk.apart, "other"),
        "/api/staff/duplicates/undo" => vec![
            lang,
            ("enrolment", desk.merge.0.to_string()),
            ("merge", desk.merge.1.to_string()),
        ],
        "/api/staff/consents/done" => vec![lang, ("task", desk.task.to_string())],
        "/api/staff/enrolments/consent" => vec![
            lang,
            woman,
            ("purpose", text("photo_self")),
            ("answer", text("yes")),
            ("channel", text("paper")),
        ],
        "/api/staff/instance" => vec![lang, ("instance", house.run.to_string())],
        "/api/staff/instances/resize" => vec![
            lang,
            ("instance", house.run.to_string()),
            ("seats", house.seats.to_string()),
            ("capacity", text("6")),
        ],
        "/api/staff/enrolment"
        | "/api/staff/enrolments/confirm"
        | "/api/staff/enrolments/phone" => vec![lang, woman],
        "/api/staff/enrolments/cancel" => vec![lang, woman, ("reason", text("asked"))],
        "/api/staff/enrolments/move" => vec![lang, woman, ("to", house.seats.to_string())],
        "/api/staff/enrolments/note" => vec![lang, woman, ("text", text("needs the lift"))],
        "/api/staff/assist-form" => vec![lang, seats],
        "/api/staff/assist" => vec![
            lang,
            seats,
            ("given_name", text("Salma")),
            ("family_name", text("Ben Ali")),
            ("phone", text("20123457")),
            ("consent", text("yes")),
            ("key", "00000000-0000-4000-8000-000000000001".to_owned()),
            ("channel", text("desk")),
        ],
        "/api/staff/signed-up" => vec![lang, ("sign_up", desk.sign_up.to_string())],
        "/api/staff/calls/phone" => vec![lang, call],
        "/api/staff/calls/answer" => vec![lang, call, ("answer", text("no_answer"))],
        "/api/staff/calls/sign-up" => vec![lang, call, seats],
        other => panic!("write a body that decodes for {other}"),
    }
}

/// The fields of a form about two rows that may be one woman.
fn twins(
    lang: (&'static str, String),
    [one, other]: [EnrolmentId; 2],
    name: &'static str,
) -> Vec<(&'static str, String)> {
    vec![
        lang,
        ("enrolment", one.to_string()),
        (name, other.to_string()),
    ]
}

/// Someone who asked to be called about the lab's course, someone whom its facilitator signed up,
/// and what a withdrawal asks of the lab.
struct Desk {
    task: ConsentTaskId,
    call: CallId,
    sign_up: SignUpId,
    message: MessageId,
    /// Pairs of rows that may be one woman, one for each thing that can be done with them.
    compared: [EnrolmentId; 2],
    joined: [EnrolmentId; 2],
    apart: [EnrolmentId; 2],
    /// What was joined to the woman of an enrolment.
    merge: (EnrolmentId, MergeId),
}

impl Desk {
    async fn open(house: &House) -> Desk {
        Desk {
            task: house.withdrew().await,
            call: house.asked_for_a_call("20123458").await,
            sign_up: house.signed_up_at_the_desk("20123459").await,
            message: house.message_to_the_woman().await,
            compared: house.twins("20123461").await,
            joined: house.twins("20123462").await,
            apart: house.twins("20123463").await,
            merge: house.joined("20123464").await,
        }
    }
}

/// What someone who is kept out must not leave: marks, looks at numbers, enrolments.
async fn traces(house: &House) -> (u32, usize, usize) {
    let mut conn = house.store.store.read().await.unwrap();
    let everyone = store::mark::Author {
        account: domain::id::AccountId(uuid::Uuid::nil()),
        all_hubs: true,
    };
    let looks = store::desk::phone_views(&mut conn, everyone, 100)
        .await
        .unwrap()
        .len();
    let roster = store::desk::roster(&mut conn, house.run).await.unwrap();
    drop(conn);
    (house.marks().await, looks, roster.len())
}

async fn call(house: &House, desk: &Desk, path: &str, method: &Method, cookies: &str) -> Response {
    let body = body(house, desk, path);
    let fields: Vec<(&str, &str)> = body.iter().map(|(name, value)| (*name, &**value)).collect();
    let request = match *method {
        Method::GET => {
            let pairs = fields.iter().map(|(name, value)| format!("{name}={value}"));
            let query = pairs.collect::<Vec<_>>().join("&");
            house
                .host
                .get(&format!("{path}?{query}"))
                .header(COOKIE, cookies)
        }
        _ => house.post(path, cookies, &fields),
    };
    request
        .header(ACCEPT, "application/json")
        .send()
        .await
        .unwrap()
}

#[test]
fn the_table_of_rights_names_every_server_function_and_nothing_else() {
    let registered: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    let named: BTreeSet<&str> = RIGHTS.iter().map(|(path, _)| *path).collect();
    assert_eq!(registered, named);
    assert_eq!(
        named.len(),
        RIGHTS.len(),
        "a function stands twice in the table"
    );
}

#[tokio::test]
async fn no_server_function_answers_those_whom_the_table_keeps_out() {
    let house = House::open().await;
    let desk = Desk::open(&house).await;
    let [facilitator, stranger, partner, coordinator] = [
        house.sign_in(FACILITATOR).await,
        house.sign_in(STRANGER).await,
        house.sign_in(PARTNER).await,
        house.sign_in(COORDINATOR).await,
    ];
    let mut tried = 0;
    for (path, method) in server_fn_paths() {
        let right = RIGHTS.iter().find(|(named, _)| *named == path).unwrap().1;
        let (Right::Staff(roles) | Right::OfHub(roles)) = right else {
            continue;
        };
        let status =
            async |cookies: &str| call(&house, &desk, path, &method, cookies).await.status();
        let before = traces(&house).await;
        assert_eq!(status("").await, StatusCode::UNAUTHORIZED, "{path}");
        let forged = facilitator.replacen("staff=", "staff=A", 1);
        assert_eq!(status(&forged).await, StatusCode::UNAUTHORIZED, "{path}");
        if !roles.contains(&Role::Partner) {
            assert_eq!(status(&partner).await, StatusCode::FORBIDDEN, "{path}");
        }
        if matches!(right, Right::OfHub(_)) {
            assert_eq!(status(&stranger).await, StatusCode::FORBIDDEN, "{path}");
        }
        let hers = if roles.contains(&Role::Facilitator) {
            &facilitator
        } else {
            assert_eq!(status(&facilitator).await, StatusCode::FORBIDDEN, "{path}");
            &coordinator
        };
        assert_eq!(traces(&house).await, before, "{path} left a trace");
        // The control: the same body is answered to the one whom it is for.
        assert_eq!(status(hers).await, StatusCode::OK, "{path}");
        tried += 1;
    }
    assert_eq!(tried, 31);
    assert_eq!(house.marks().await, 1);
}

/// Every page of the staff's app, as a route and as an address, and who may read it.
fn pages(house: &House, desk: &Desk) -> [(&'static str, String, Right); 14] {
    [
        (
            "/{lang}/staff/courses",
            "/fr/staff/courses".to_owned(),
            Right::Staff(DAY),
        ),
        (
            "/{lang}/staff/instances/{id}",
            format!("/fr/staff/instances/{}", house.run),
            Right::OfHub(ROLL),
        ),
        (
            "/{lang}/staff/enrolments/{id}",
            format!("/fr/staff/enrolments/{}", house.woman),
            Right::OfHub(ROLL),
        ),
        (
            "/{lang}/staff/enrol/{seats}",
            "/fr/staff/enrol/lab".to_owned(),
            Right::OfHub(ROLL),
        ),
        (
            "/{lang}/staff/signed-up/{id}",
            format!("/fr/staff/signed-up/{}", desk.sign_up),
            Right::OfHub(ROLL),
        ),
        (
            "/{lang}/staff/calls",
            "/fr/staff/calls".to_owned(),
            Right::Staff(ROLL),
        ),
        (
            "/{lang}/staff/consents",
            "/fr/staff/consents".to_owned(),
            Right::Staff(ROLL),
        ),
        (
            "/{lang}/staff/messages",
            "/fr/staff/messages".to_owned(),
            Right::Staff(ROLL),
        ),
        (
            "/{lang}/staff/duplicates",
            "/fr/staff/duplicates".to_owned(),
            Right::Staff(ROLL),
        ),
        (
            "/{lang}/staff/enrolments/{id}/same/{other}",
            format!(
                "/fr/staff/enrolments/{}/same/{}",
                desk.compared[0], desk.compared[1]
            ),
            Right::OfHub(ROLL),
        ),
        (
            "/{lang}/staff/phones",
            "/fr/staff/phones".to_owned(),
            Right::Staff(OVERSIGHT),
        ),
        ("/{lang}/staff", "/fr/staff".to_owned(), Right::Staff(DAY)),
        (
            "/{lang}/staff/sign-in",
            "/fr/staff/sign-in".to_owned(),
            Right::Anyone,
        ),
        (
            "/{lang}/staff/sessions/{id}",
            house.roll(),
            Right::OfHub(ROLL),
        ),
    ]
}

#[tokio::test]
async fn no_staff_page_opens_by_its_address_for_those_whom_it_is_not_for() {
    let house = House::open().await;
    let [facilitator, stranger, partner, coordinator] = [
        house.sign_in(FACILITATOR).await,
        house.sign_in(STRANGER).await,
        house.sign_in(PARTNER).await,
        house.sign_in(COORDINATOR).await,
    ];
    let desk = Desk::open(&house).await;
    let pages = pages(&house, &desk);
    let routes = PAGES.iter().map(|route| route.path().to_owned());
    let routes: BTreeSet<String> = routes.filter(|path| is_staff(path)).collect();
    assert_eq!(
        routes,
        pages
            .iter()
            .map(|(route, ..)| (*route).to_owned())
            .collect()
    );
    for (_, path, right) in &pages {
        let status = async |cookies: &str| house.page(path, cookies).await.status();
        assert_eq!(status(&coordinator).await, StatusCode::OK, "{path}");
        let (Right::Staff(roles) | Right::OfHub(roles)) = right else {
            continue;
        };
        if roles.contains(&Role::Facilitator) {
            assert_eq!(status(&facilitator).await, StatusCode::OK, "{path}");
        } else {
            assert_kept_out(&house, path, &facilitator).await;
        }
        let turned_away = house.page(path, "").await;
        let door = format!("/fr/staff/sign-in?back={path}");
        assert_eq!(location(&turned_away), Some(&*door));
        assert!(turned_away.status().is_redirection(), "{path}");
        assert!(
            !turned_away.text().await.unwrap().contains("Amina"),
            "{path}"
        );
        if !roles.contains(&Role::Partner) {
            assert_kept_out(&house, path, &partner).await;
        }
        if matches!(right, Right::OfHub(_)) {
            assert_kept_out(&house, path, &stranger).await;
        }
    }
}

/// A page that says so, with a way on and without any name.
async fn assert_kept_out(house: &House, path: &str, cookies: &str) {
    let answer = house.page(path, cookies).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    let text = answer.text().await.unwrap();
    assert!(text.contains("pas ouverte à votre compte"), "{text}");
    assert!(!text.contains("Amina"), "{text}");
}

#[tokio::test]
async fn a_partner_sees_the_day_and_no_way_to_a_roll() {
    let house = House::open().await;
    let partner = house.sign_in(PARTNER).await;
    let page = house
        .page("/fr/staff", &partner)
        .await
        .text()
        .await
        .unwrap();
    assert!(page.contains("1 inscription"), "{page}");
    assert!(!page.contains("/staff/sessions/"), "{page}");
}

#[tokio::test]
async fn a_plain_form_of_another_hub_is_answered_with_a_page_and_marks_nothing() {
    let house = House::open().await;
    let stranger = house.sign_in(STRANGER).await;
    let body = body(&house, &Desk::open(&house).await, "/api/marks/create");
    let fields: Vec<(&str, &str)> = body.iter().map(|(name, value)| (*name, &**value)).collect();
    let form = house.form("/api/marks/create", &stranger, &fields);
    let referer = house.host.url(&house.roll());
    for form in [form.try_clone().unwrap().header(REFERER, referer), form] {
        let answer = form.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
        assert!(answer.text().await.unwrap().contains("<html"));
    }
    assert_eq!(house.marks().await, 0);
}
