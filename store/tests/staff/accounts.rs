//! Accounts, sessions, and the pause after wrong passwords.

use domain::{id::DeviceId, role::Role};
use jiff::Timestamp;
use store::{
    Store,
    account::{
        Attempt, Created, HubChoice, OpenSession, Reset, Revoke, SignedIn, TRIES_FREE, Token,
        Verdict, signed_in,
    },
    keys::random,
    testing::stores,
};
use uuid::Uuid;

use crate::{
    common::now,
    hub::{Hub, account, created, email, hubs, minutes},
};

const EMAIL: &str = "desk@hub.example";

fn attempt(address: &str, at: Timestamp) -> Attempt {
    Attempt {
        email: email(address),
        device: None,
        at,
    }
}

/// Signs in as someone who knows the password.
async fn sign_in(store: &Store, device: DeviceId) -> Token {
    let Verdict::Compare(passport) = store.write(attempt(EMAIL, now())).await.unwrap() else {
        panic!("paused");
    };
    assert_eq!(passport.password_hash(), Some("hash"));
    let token = Token::random();
    assert!(
        store
            .write(OpenSession {
                passport,
                token,
                device,
                at: now()
            })
            .await
            .unwrap()
    );
    token
}

fn device() -> DeviceId {
    DeviceId(Uuid::from_bytes(random()))
}

async fn who(store: &Store, token: Token, at: Timestamp) -> Option<SignedIn> {
    signed_in(&mut store.read().await.unwrap(), &token.text(), at)
        .await
        .unwrap()
}

async fn wrong(store: &Store, address: &str, at: Timestamp) -> Verdict {
    store.write(attempt(address, at)).await.unwrap()
}

#[tokio::test]
async fn a_session_names_its_account_until_it_expires_or_is_signed_out() {
    for t in stores().await {
        let hub = Hub::open(&t.store, "lab").await;
        let id = created(&t.store, account(EMAIL, Role::Facilitator, hubs(&["lab"]))).await;
        let device = device();
        let token = sign_in(&t.store, device).await;
        let me = who(&t.store, token, now()).await.unwrap();
        assert_eq!(
            (me.account, me.role, me.device),
            (id, Role::Facilitator, device)
        );
        assert_eq!(me.name, EMAIL);
        let mut conn = t.store.read().await.unwrap();
        assert!(
            me.may_reach(&mut conn, domain::id::HubId(hub.ids.hub))
                .await
                .unwrap()
        );
        assert!(
            who(&t.store, token, now() + minutes(12 * 60 - 1))
                .await
                .is_some()
        );
        assert!(
            who(&t.store, token, now() + minutes(12 * 60))
                .await
                .is_none()
        );
        assert!(who(&t.store, Token::random(), now()).await.is_none());
        t.store.write(me.sign_out(now())).await.unwrap();
        assert!(
            who(&t.store, token, now()).await.is_none(),
            "{}",
            t.database
        );
    }
}

#[tokio::test]
async fn a_session_in_use_is_written_down_as_seen_every_few_minutes() {
    for t in stores().await {
        Hub::open(&t.store, "lab").await;
        created(&t.store, account(EMAIL, Role::Facilitator, hubs(&["lab"]))).await;
        let token = sign_in(&t.store, device()).await;
        let me = who(&t.store, token, now()).await.unwrap();
        assert!(me.seen(now() + minutes(4)).is_none());
        let later = now() + minutes(5);
        t.store.write(me.seen(later).unwrap()).await.unwrap();
        assert!(
            who(&t.store, token, later)
                .await
                .unwrap()
                .seen(later)
                .is_none()
        );
    }
}

#[tokio::test]
async fn a_revoked_account_is_out_at_its_next_request_and_cannot_come_back() {
    for t in stores().await {
        Hub::open(&t.store, "lab").await;
        let old = created(&t.store, account(EMAIL, Role::Facilitator, hubs(&["lab"]))).await;
        let token = sign_in(&t.store, device()).await;
        let revoke = Revoke {
            email: email(EMAIL),
            at: now(),
        };
        assert_eq!(t.store.write(revoke.clone()).await.unwrap(), Some(1));
        assert!(
            who(&t.store, token, now()).await.is_none(),
            "{}",
            t.database
        );
        let Verdict::Compare(passport) = wrong(&t.store, EMAIL, now()).await else {
            panic!()
        };
        assert_eq!(passport.password_hash(), None);
        assert_eq!(t.store.write(revoke).await.unwrap(), None);
        // Her address may get a new account.
        let new = created(&t.store, account(EMAIL, Role::Facilitator, hubs(&["lab"]))).await;
        assert_ne!(old, new);
    }
}

#[tokio::test]
async fn an_account_revoked_while_the_password_is_compared_gets_no_session() {
    for t in stores().await {
        created(&t.store, account(EMAIL, Role::Coordinator, HubChoice::All)).await;
        let Verdict::Compare(passport) = wrong(&t.store, EMAIL, now()).await else {
            panic!()
        };
        t.store
            .write(Revoke {
                email: email(EMAIL),
                at: now(),
            })
            .await
            .unwrap();
        let token = Token::random();
        let open = OpenSession {
            passport,
            token,
            device: device(),
            at: now(),
        };
        assert!(!t.store.write(open).await.unwrap(), "{}", t.database);
        assert!(who(&t.store, token, now()).await.is_none());
    }
}

#[tokio::test]
async fn a_new_password_ends_every_session_and_every_pause() {
    for t in stores().await {
        created(&t.store, account(EMAIL, Role::Coordinator, HubChoice::All)).await;
        let tokens = [
            sign_in(&t.store, device()).await,
            sign_in(&t.store, device()).await,
        ];
        for _ in 0..=TRIES_FREE {
            wrong(&t.store, EMAIL, now()).await;
        }
        let reset = Reset {
            email: email(EMAIL),
            password_hash: "new".into(),
            at: now(),
        };
        assert_eq!(
            t.store.write(reset).await.unwrap(),
            Some(2),
            "{}",
            t.database
        );
        for token in tokens {
            assert!(who(&t.store, token, now()).await.is_none());
        }
        let Verdict::Compare(passport) = wrong(&t.store, EMAIL, now()).await else {
            panic!()
        };
        assert_eq!(passport.password_hash(), Some("new"));
    }
}

#[tokio::test]
async fn after_five_wrong_passwords_the_pause_grows_whether_the_account_exists_or_not() {
    for t in stores().await {
        created(&t.store, account(EMAIL, Role::Coordinator, HubChoice::All)).await;
        for address in [EMAIL, "nobody@hub.example"] {
            for _ in 0..TRIES_FREE {
                assert!(matches!(
                    wrong(&t.store, address, now()).await,
                    Verdict::Compare(_)
                ));
            }
            let Verdict::Paused(until) = wrong(&t.store, address, now()).await else {
                panic!("{}: no pause for {address}", t.database);
            };
            assert_eq!((until - now()).as_secs(), 30);
            assert!(matches!(
                wrong(&t.store, address, until).await,
                Verdict::Compare(_)
            ));
            let Verdict::Paused(next) = wrong(&t.store, address, until).await else {
                panic!()
            };
            assert_eq!((next - until).as_secs(), 60);
            // A quarter of an hour after the pause all is forgotten.
            let calm = next + minutes(15);
            for _ in 0..TRIES_FREE {
                assert!(matches!(
                    wrong(&t.store, address, calm).await,
                    Verdict::Compare(_)
                ));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_passwords_tried_at_once_are_counted_too() {
    for t in stores().await {
        let tries = (0..100).map(|_| {
            let store = t.store.clone();
            tokio::spawn(async move { wrong(&store, EMAIL, now()).await })
        });
        let mut compared = 0;
        for one in tries.collect::<Vec<_>>() {
            compared += i64::from(matches!(one.await.unwrap(), Verdict::Compare(_)));
        }
        assert_eq!(compared, TRIES_FREE, "{}", t.database);
    }
}

#[tokio::test]
async fn a_stranger_who_tries_passwords_does_not_keep_her_off_her_own_tablet() {
    for t in stores().await {
        created(&t.store, account(EMAIL, Role::Coordinator, HubChoice::All)).await;
        let tablet = device();
        sign_in(&t.store, tablet).await;
        for _ in 0..=TRIES_FREE {
            wrong(&t.store, EMAIL, now()).await;
        }
        let hers = Attempt {
            device: Some(tablet),
            ..attempt(EMAIL, now())
        };
        assert!(matches!(
            t.store.write(hers).await.unwrap(),
            Verdict::Compare(_)
        ));
        let strange = Attempt {
            device: Some(device()),
            ..attempt(EMAIL, now())
        };
        let paused = t.store.write(strange).await.unwrap();
        assert!(matches!(paused, Verdict::Paused(_)), "{}", t.database);
    }
}

#[tokio::test]
async fn a_right_password_clears_the_wrong_ones_before_it() {
    for t in stores().await {
        created(&t.store, account(EMAIL, Role::Coordinator, HubChoice::All)).await;
        for _ in 1..TRIES_FREE {
            wrong(&t.store, EMAIL, now()).await;
        }
        sign_in(&t.store, device()).await;
        for _ in 0..TRIES_FREE {
            let verdict = wrong(&t.store, EMAIL, now()).await;
            assert!(matches!(verdict, Verdict::Compare(_)), "{}", t.database);
        }
    }
}

#[tokio::test]
async fn accounts_are_refused_that_could_not_work() {
    for t in stores().await {
        Hub::open(&t.store, "lab").await;
        let refused = [
            (
                account(EMAIL, Role::Facilitator, HubChoice::All),
                Created::HubNeeded,
            ),
            (
                account(EMAIL, Role::Facilitator, hubs(&[])),
                Created::HubNeeded,
            ),
            (
                account(EMAIL, Role::Facilitator, hubs(&["lab", "no"])),
                Created::UnknownHub("no".into()),
            ),
        ];
        for (create, why) in refused {
            assert_eq!(t.store.write(create).await.unwrap(), why, "{}", t.database);
        }
        created(&t.store, account(EMAIL, Role::Partner, HubChoice::All)).await;
        let again = account("DESK@hub.example", Role::Partner, HubChoice::All);
        assert_eq!(t.store.write(again).await.unwrap(), Created::EmailTaken);
    }
}
