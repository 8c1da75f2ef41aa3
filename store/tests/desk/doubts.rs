//! Sign-ups in doubt: they take nothing and refuse nobody, an honest form clears them up, and
//! nothing about them tells who is enrolled. Why a form is doubted is tested over HTTP.

use domain::enrolment::{
    Doubt,
    EnrolmentStatus::{self, Cancelled, Confirmed, Pending, Waitlisted},
};
use domain::id::{EnrolmentId, SignUpId};
use jiff::ToSpan as _;
use store::{
    desk::{
        AssistedOutcome, AssistedSignUp, Confirm, ConfirmOutcome, SawPhone, ShowPhone, enrolment,
    },
    enrolment::{Assistant, Cancel, Doubtful, Receipt, SignUp, SignUpOutcome, doubtful, view},
    mark::Author,
    testing::{TestStore, stores},
};

use crate::common::{accepted, form, now, request, with};
use crate::desk::{Desk, checked, sound};

fn doubted(desk: &Desk, n: usize) -> SignUp {
    SignUp {
        doubt: Some(Doubt::Stamp),
        ..request(desk.first, n)
    }
}

async fn sent(t: &TestStore, request: SignUp) -> Receipt {
    accepted(t.store.sign_up(request).await.unwrap())
}

/// Seats taken and people waiting in the first pool; every promise holds.
async fn counted(t: &TestStore) -> (i64, i64) {
    sound(&checked(&t.store, now()).await, t.database)[0]
}

async fn listed(t: &TestStore, desk: &Desk) -> Vec<Doubtful> {
    let by = Author {
        account: desk.facilitator,
        all_hubs: true,
    };
    let mut conn = t.store.read().await.unwrap();
    doubtful(&mut conn, by, now()).await.unwrap()
}

async fn shown(t: &TestStore, sign_up: SignUpId) -> EnrolmentStatus {
    let mut conn = t.store.read().await.unwrap();
    view(&mut conn, sign_up).await.unwrap().unwrap().status
}

async fn confirm(t: &TestStore, desk: &Desk, enrolment: EnrolmentId) -> ConfirmOutcome {
    let confirm = Confirm {
        enrolment,
        or_wait: true,
        by: desk.facilitator,
        at: now(),
    };
    t.store.write(confirm).await.unwrap()
}

#[tokio::test]
async fn a_sign_up_in_doubt_takes_nothing_until_the_hub_has_confirmed_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 5).await;
        let first = sent(&t, doubted(&desk, 1)).await;
        let second = sent(&t, doubted(&desk, 2)).await;
        assert_eq!((first.status, first.place), (Pending, None));
        assert_eq!(counted(&t).await, (0, 0));

        let list = listed(&t, &desk).await;
        let doubts: Vec<_> = list.iter().map(|it| (it.status, it.doubt)).collect();
        assert_eq!(doubts, [(Pending, Doubt::Stamp); 2], "{}", t.database);
        let mut conn = t.store.read().await.unwrap();
        let record = enrolment(&mut conn, list[0].id).await.unwrap().unwrap();
        drop(conn);
        assert_eq!(record.doubt, Some(Doubt::Stamp));

        let [one, two] = [list[0].id, list[1].id];
        assert_eq!(confirm(&t, &desk, one).await, ConfirmOutcome::Confirmed);
        assert_eq!(confirm(&t, &desk, two).await, ConfirmOutcome::Queued);
        assert_eq!(listed(&t, &desk).await, []);
        assert_eq!(counted(&t).await, (1, 1));
        let mut stand = [
            shown(&t, first.sign_up).await,
            shown(&t, second.sign_up).await,
        ];
        stand.sort();
        assert_eq!(stand, [Confirmed, Waitlisted], "{}", t.database);
    }
}

#[tokio::test]
async fn the_same_form_sent_again_gets_its_first_answer_whatever_came_with_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 5).await;
        let honest = request(desk.first, 1);
        let first = sent(&t, honest.clone()).await;
        let again = SignUp {
            doubt: Some(Doubt::Trap),
            ..honest
        };
        assert_eq!(sent(&t, again).await, first);
        let doubted = doubted(&desk, 2);
        let first = sent(&t, doubted.clone()).await;
        let again = SignUp {
            doubt: None,
            ..doubted
        };
        assert_eq!(sent(&t, again).await, first);
        assert_eq!(counted(&t).await, (1, 0));
    }
}

#[tokio::test]
async fn who_is_enrolled_is_told_what_a_newcomer_is_told() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 2, 5).await;
        sent(&t, request(desk.first, 1)).await;
        let told = |receipt: Receipt| (receipt.status, receipt.place);
        let repeat = told(sent(&t, doubted(&desk, 1)).await);
        assert_eq!(repeat, told(sent(&t, doubted(&desk, 2)).await));
        assert_eq!(repeat, (Pending, None));
        // A repeat is nothing to call about: the first is as it was.
        assert_eq!(listed(&t, &desk).await.len(), 1);
        let repeat = told(sent(&t, request(desk.first, 1)).await);
        assert_eq!(repeat, told(sent(&t, request(desk.first, 3)).await));
        assert_eq!(counted(&t).await, (2, 0));
    }
}

#[tokio::test]
async fn an_honest_form_gets_the_seat_and_the_doubtful_link_learns_nothing_of_it() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 5).await;
        let doubtful = sent(&t, doubted(&desk, 1)).await.sign_up;
        let hers = sent(&t, request(desk.first, 1)).await;
        assert_eq!(hers.status, Confirmed, "{}", t.database);
        assert_eq!(counted(&t).await, (1, 0));
        assert_eq!(listed(&t, &desk).await, []);
        assert_eq!(shown(&t, doubtful).await, Pending);
        let cancel = Cancel {
            sign_up: doubtful,
            reason: None,
            at: now(),
        };
        t.store.write(cancel).await.unwrap();
        assert_eq!(shown(&t, doubtful).await, Cancelled);
        assert_eq!(shown(&t, hers.sign_up).await, Confirmed);
        assert_eq!(counted(&t).await, (1, 0));
    }
}

#[tokio::test]
async fn in_the_browser_that_holds_it_the_doubtful_link_shows_the_seat() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 5).await;
        let first = sent(&t, doubted(&desk, 1)).await.sign_up;
        let again = SignUp {
            visit: vec![first],
            ..request(desk.first, 1)
        };
        assert_eq!(sent(&t, again).await.status, Confirmed);
        assert_eq!(shown(&t, first).await, Confirmed, "{}", t.database);
        assert_eq!(counted(&t).await, (1, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_honest_forms_at_once_clear_one_doubt_up_once() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 5, 5).await;
        sent(&t, doubted(&desk, 1)).await;
        let forms = (0..10).map(|_| {
            let (store, request) = (t.store.clone(), request(desk.first, 1));
            tokio::spawn(async move { store.sign_up(request).await.unwrap() })
        });
        let forms: Vec<_> = forms.collect();
        for sent in forms {
            assert_eq!(accepted(sent.await.unwrap()).status, Confirmed);
        }
        assert_eq!(counted(&t).await, (1, 0), "{}", t.database);
    }
}

#[tokio::test]
async fn a_full_run_without_a_list_tells_an_honest_form_so_and_the_doubt_stays() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 1, 5).await;
        sent(&t, doubted(&desk, 1)).await;
        sent(&t, request(desk.first, 2)).await;
        let mut unwilling = form(1);
        unwilling.waitlist = String::new();
        let request = with(desk.first, unwilling.parse().unwrap());
        let told = t.store.sign_up(request).await.unwrap();
        assert_eq!(told, SignUpOutcome::Full { waiting: 0 });
        assert_eq!(listed(&t, &desk).await.len(), 1);
        assert_eq!(counted(&t).await, (1, 0));
    }
}

/// The n-th person of a family with one phone.
fn relative(desk: &Desk, n: usize) -> SignUp {
    let mut form = form(n);
    form.phone = "20123456".into();
    with(desk.first, form.parse().unwrap())
}

#[tokio::test]
async fn many_people_on_one_phone_get_their_seats_and_staff_are_told() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 5).await;
        for n in 0..6 {
            assert_eq!(sent(&t, relative(&desk, n)).await.status, Confirmed);
        }
        let list = listed(&t, &desk).await;
        let doubts: Vec<_> = list.iter().map(|it| (it.status, it.doubt)).collect();
        assert_eq!(doubts, [(Confirmed, Doubt::Phone); 2], "{}", t.database);

        // At the desk someone is there, and knows.
        let assisted = AssistedSignUp {
            request: SignUp {
                assistant: Some(Assistant {
                    account: desk.facilitator,
                    channel: domain::desk::ConsentChannel::Desk,
                }),
                ..relative(&desk, 7)
            },
            call: None,
        };
        let outcome = t.store.write(assisted).await.unwrap();
        assert!(matches!(outcome, AssistedOutcome::Asked(_)));
        assert_eq!(listed(&t, &desk).await.len(), 2);

        let look = ShowPhone {
            of: SawPhone::OfEnrolment(list[0].id),
            by: desk.facilitator,
            at: now(),
        };
        t.store.write(look).await.unwrap().unwrap();
        assert_eq!(listed(&t, &desk).await, list[1..], "{}", t.database);
        assert_eq!(counted(&t).await, (7, 0));
    }
}

#[tokio::test]
async fn the_ninth_form_of_a_phone_within_a_day_is_told_to_staff() {
    for t in stores().await {
        let desk = Desk::with_runs(&t.store, 9, 5).await;
        for _ in 0..8 {
            sent(&t, relative(&desk, 1)).await;
        }
        assert_eq!(listed(&t, &desk).await, []);
        sent(&t, relative(&desk, 2)).await;
        assert_eq!(listed(&t, &desk).await.len(), 1, "{}", t.database);
        let tomorrow = SignUp {
            at: now() + 25.hours(),
            ..relative(&desk, 3)
        };
        sent(&t, tomorrow).await;
        assert_eq!(listed(&t, &desk).await.len(), 1, "{}", t.database);
    }
}
