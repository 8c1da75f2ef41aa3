//! Two hubs with a session each today, a woman enrolled in the first, and staff of every kind
//! who can sign in.

use app::ssr::password;
use domain::consent::Purpose;
use domain::desk::ConsentChannel;
use domain::email::EmailAddress;
use domain::enrolment::{CallForm, EnrolForm};
use domain::id::{
    AccountId, CallId, ConsentTaskId, EnrolmentId, InstanceId, MergeId, MessageId, SeatsId,
    SessionId, SignUpId,
};
use domain::lang::Lang;
use domain::role::Role;
use http::header::{ACCEPT, COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use jiff::ToSpan as _;
use reqwest::{RequestBuilder, Response};
use store::account::{Create, Created, HubChoice};
use store::consent::{RecordConsent, Said, tasks};
use store::desk::{AskForCall, AssistedOutcome, AssistedSignUp, Merge, MergeOutcome, open_calls};
use store::enrolment::{Assistant, SignUp, SignUpOutcome};
use store::keys::random;
use store::mark::{Author, sheet};
use store::testing::{SmallCourse, SmallCourseIds, TestStore, sqlite};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::host::{Host, PAGE};
use crate::pages::{now, router};

pub const PASSWORD: &str = "a password of the hub";
/// Works at the lab, where the woman is enrolled.
pub const FACILITATOR: &str = "facilitator@lab.example";
/// Works at the other hub.
pub const STRANGER: &str = "facilitator@studio.example";
pub const PARTNER: &str = "partner@town.example";
pub const COORDINATOR: &str = "coordinator@town.example";

pub struct House {
    pub host: Host,
    pub store: TestStore,
    /// The session of the first hub.
    pub session: SessionId,
    /// Its run.
    pub run: InstanceId,
    /// The run's seats.
    pub seats: SeatsId,
    /// Her enrolment in it.
    pub woman: EnrolmentId,
    facilitator: AccountId,
}

impl House {
    pub async fn open() -> House {
        House::on(sqlite().await).await
    }

    /// The same on a database of the test's choice.
    pub async fn on(store: TestStore) -> House {
        let lab = course(&store, "lab").await;
        course(&store, "studio").await;
        let hub = |slug: &str| HubChoice::Named(vec![slug.to_owned()]);
        let facilitator = account(&store, FACILITATOR, Role::Facilitator, hub("lab")).await;
        account(&store, STRANGER, Role::Facilitator, hub("studio")).await;
        account(&store, PARTNER, Role::Partner, HubChoice::All).await;
        account(&store, COORDINATOR, Role::Coordinator, HubChoice::All).await;
        let session = SessionId(lab.session);
        let woman = enrol(&store, &lab).await;
        let records = store.store.clone();
        let host = Host::with_edge(|edge| router(edge, records)).await;
        House {
            host,
            store,
            session,
            run: lab.instance,
            seats: lab.seats,
            woman,
            facilitator,
        }
    }

    /// A form as a browser without scripts sends it.
    pub fn form(&self, path: &str, cookies: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        self.post(path, cookies, fields).header(ACCEPT, PAGE)
    }

    /// A call as our WebAssembly makes it.
    pub fn post(&self, path: &str, cookies: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let request = self.host.post(path).header(ORIGIN, self.host.origin());
        request.header(COOKIE, cookies).form(fields)
    }

    pub async fn page(&self, path: &str, cookies: &str) -> Response {
        let request = self
            .host
            .get(path)
            .header(ACCEPT, PAGE)
            .header(COOKIE, cookies);
        request.send().await.unwrap()
    }

    /// Signs in and gives the cookies that the browser then has.
    pub async fn sign_in(&self, email: &str) -> String {
        let fields = [("lang", "fr"), ("email", email), ("password", PASSWORD)];
        let answer = self
            .form("/api/staff/sign-in", "", &fields)
            .send()
            .await
            .unwrap();
        assert_eq!(location(&answer), Some("/fr/staff"), "{email}");
        cookies(&answer)
    }

    /// Someone of this number asked to be called about the lab's course.
    pub async fn asked_for_a_call(&self, phone: &str) -> CallId {
        let form = CallForm {
            given_name: "Nour".into(),
            phone: phone.into(),
            ..CallForm::default()
        };
        let ask = AskForCall {
            details: form.parse().unwrap(),
            seats: Some(self.seats),
            lang: Lang::Fr,
            at: now(),
        };
        self.store.store.write(ask).await.unwrap();
        let by = self.everywhere();
        let mut conn = self.store.store.read().await.unwrap();
        let open = open_calls(&mut conn, by).await.unwrap();
        open.last().unwrap().id
    }

    /// The lab's facilitator signed someone of this number up.
    pub async fn signed_up_at_the_desk(&self, phone: &str) -> SignUpId {
        let mut request = sign_up(self.seats, "Hela", phone);
        request.assistant = Some(Assistant {
            account: self.facilitator,
            channel: ConsentChannel::Desk,
        });
        let write = AssistedSignUp {
            request,
            call: None,
        };
        match self.store.store.write(write).await.unwrap() {
            AssistedOutcome::Asked(SignUpOutcome::Accepted(receipt)) => receipt.sign_up,
            other => panic!("not accepted: {other:?}"),
        }
    }

    /// Somebody signed up again as the woman: a message to her waits.
    pub async fn message_to_the_woman(&self) -> MessageId {
        let again = sign_up(self.seats, "Amina", "20123456");
        self.store.store.sign_up(again).await.unwrap();
        let mut conn = self.store.store.read().await.unwrap();
        let open = store::message::open(&mut conn, self.everywhere())
            .await
            .unwrap();
        open[0].id
    }

    /// The woman agreed to photographs with the group, and took it back.
    pub async fn withdrew(&self) -> ConsentTaskId {
        for (granted, minutes) in [(true, 1), (false, 2)] {
            let record = RecordConsent {
                enrolment: self.woman,
                said: Said {
                    purpose: Purpose::PhotoGroup,
                    granted,
                    text_version: "test",
                },
                channel: ConsentChannel::Desk,
                lang: Lang::Fr,
                by: self.facilitator,
                at: now() + minutes.minutes(),
            };
            self.store.store.write(record).await.unwrap();
        }
        let mut conn = self.store.store.read().await.unwrap();
        tasks(&mut conn, self.everywhere(), false).await.unwrap()[0].id
    }

    /// Two rows that may be one woman, on one phone.
    pub async fn twins(&self, phone: &str) -> [EnrolmentId; 2] {
        [
            self.enrol("Selma", phone).await,
            self.enrol("Salma", phone).await,
        ]
    }

    /// Somebody signs up at the lab, and waits if she must.
    pub async fn enrol(&self, given_name: &str, phone: &str) -> EnrolmentId {
        let before = self.roster().await;
        let mut request = sign_up(self.seats, given_name, phone);
        request.details.accepts_waiting = true;
        let outcome = self.store.store.sign_up(request).await.unwrap();
        assert!(matches!(outcome, SignUpOutcome::Accepted(_)), "{outcome:?}");
        let after = self.roster().await;
        *after.iter().find(|id| !before.contains(id)).unwrap()
    }

    /// Everyone who is or was enrolled at the lab.
    pub async fn roster(&self) -> Vec<EnrolmentId> {
        let mut conn = self.store.store.read().await.unwrap();
        let rows = store::desk::roster(&mut conn, self.run).await.unwrap();
        rows.iter().map(|row| row.id).collect()
    }

    /// Two rows of one phone, joined by the lab's facilitator.
    pub async fn joined(&self, phone: &str) -> (EnrolmentId, MergeId) {
        let [kept, gone] = self.twins(phone).await;
        let merge = Merge {
            kept,
            gone,
            by: self.everywhere(),
            at: now(),
        };
        match self.store.store.write(merge).await.unwrap() {
            MergeOutcome::Merged(merge) => (kept, merge),
            other => panic!("not joined: {other:?}"),
        }
    }

    fn everywhere(&self) -> Author {
        Author {
            account: self.facilitator,
            all_hubs: true,
        }
    }

    pub fn roll(&self) -> String {
        format!("/fr/staff/sessions/{}", self.session)
    }

    /// How many marks her row has.
    pub async fn marks(&self) -> u32 {
        let mut conn = self.store.store.read().await.unwrap();
        let rows = sheet(&mut conn, self.session).await.unwrap().unwrap().rows;
        rows.iter()
            .filter_map(|row| row.cell.as_ref())
            .map(|cell| cell.version)
            .sum()
    }
}

pub fn location(answer: &Response) -> Option<&str> {
    answer
        .headers()
        .get(LOCATION)
        .map(|to| to.to_str().unwrap())
}

/// What a browser sends back of the cookies that an answer sets.
pub fn cookies(answer: &Response) -> String {
    let set = answer
        .headers()
        .get_all(SET_COOKIE)
        .iter()
        .map(|line| line.to_str().unwrap());
    let pairs = set.map(|line| line.split(';').next().unwrap_or_default());
    pairs
        .filter(|pair| !pair.ends_with('='))
        .collect::<Vec<_>>()
        .join("; ")
}

async fn course(store: &TestStore, slug: &'static str) -> SmallCourseIds {
    let starts_at = now() + 1.hour();
    let course = SmallCourse {
        slug,
        starts_at,
        ..SmallCourse::with_seats(5, now())
    };
    store.store.write(course).await.unwrap()
}

async fn account(store: &TestStore, email: &str, role: Role, hubs: HubChoice) -> AccountId {
    static HASH: OnceCell<String> = OnceCell::const_new();
    let hash = HASH.get_or_init(async || password::hash(PASSWORD.to_owned()).await.unwrap());
    let create = Create {
        email: EmailAddress::parse(email).unwrap(),
        display_name: None,
        password_hash: hash.await.clone(),
        role,
        hubs,
        at: now(),
    };
    let created = store.store.write(create).await.unwrap();
    match created {
        Created::Account(account) => account,
        other => panic!("not created: {other:?}"),
    }
}

fn sign_up(seats: SeatsId, given_name: &str, phone: &str) -> SignUp {
    let form = EnrolForm {
        given_name: given_name.into(),
        family_name: "Trabelsi".into(),
        phone: phone.into(),
        consent: "yes".into(),
        key: Uuid::from_bytes(random()).to_string(),
        ..EnrolForm::default()
    };
    SignUp {
        seats,
        details: form.parse().unwrap(),
        lang: Lang::Fr,
        consent_text: "test",
        visit: Vec::new(),
        holder: None,
        doubt: None,
        assistant: None,
        at: now(),
    }
}

async fn enrol(store: &TestStore, course: &SmallCourseIds) -> EnrolmentId {
    let sign_up = sign_up(course.seats, "Amina", "20123456");
    let outcome = store.store.sign_up(sign_up).await.unwrap();
    assert!(matches!(outcome, SignUpOutcome::Accepted(_)), "{outcome:?}");
    let mut conn = store.store.read().await.unwrap();
    let sheet = sheet(&mut conn, SessionId(course.session))
        .await
        .unwrap()
        .unwrap();
    sheet.rows[0].enrolment
}
