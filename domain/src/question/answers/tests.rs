//! Answers are read, passed over and refused as the questions say, and reading them again
//! changes nothing.

use proptest::prelude::*;

use super::*;
use crate::question::{Choice, NO, When, YES};

fn question(slug: &str, kind: Kind<String>, is_required: bool) -> Question<String> {
    Question {
        slug: slug.into(),
        kind,
        label: "Label".into(),
        help: None,
        why: "Why".into(),
        is_required,
        when: None,
    }
}

fn options(slugs: &[&str]) -> Kind<String> {
    let option = |slug: &&str| Choice {
        slug: (*slug).into(),
        text: slug.to_uppercase(),
    };
    Kind::Choice {
        options: slugs.iter().map(option).collect(),
    }
}

/// Whether she sells, then where, then under which name: each only after the one before.
fn questions() -> Vec<Question<String>> {
    let after = |question, slug: &str, answer: &str| Question {
        when: Some(When {
            question: slug.into(),
            answer: answer.into(),
        }),
        ..question
    };
    let shop = question("shop", Kind::Text { chars_max: 10 }, true);
    let place = question("place", options(&["market", "online"]), true);
    vec![
        question("sells", Kind::YesNo, true),
        after(place, "sells", YES),
        after(shop, "place", "online"),
        question("products", Kind::Number { min: 1, max: 5 }, false),
    ]
}

fn typed(answers: &[(&str, &str)]) -> Typed {
    let own = |(slug, text): &(&str, &str)| ((*slug).to_owned(), (*text).to_owned());
    answers.iter().map(own).collect()
}

fn kept(answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = parse(&questions(), &typed(answers)).unwrap();
    kept.iter().map(|(a, b)| (a.into(), b.into())).collect()
}

fn faults(answers: &[(&str, &str)]) -> Vec<(String, FaultCode)> {
    let faults = parse(&questions(), &typed(answers)).unwrap_err();
    faults
        .into_iter()
        .map(|it| (it.question, it.code))
        .collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    typed(pairs).into_iter().collect()
}

#[test]
fn what_is_answered_is_kept_as_it_is_kept_and_what_is_optional_may_be_left_out() {
    assert_eq!(kept(&[("sells", "no")]), pairs(&[("sells", NO)]));
    let all = [
        ("sells", "yes"),
        ("place", "online"),
        ("shop", "  Dar Lella "),
        ("products", "٠٣"),
    ];
    let tidy = [
        ("place", "online"),
        ("products", "3"),
        ("sells", "yes"),
        ("shop", "Dar Lella"),
    ];
    assert_eq!(kept(&all), pairs(&tidy));
}

#[test]
fn an_answer_to_a_question_that_does_not_appear_is_passed_over() {
    let forged = [
        ("sells", "no"),
        ("place", "online"),
        ("shop", "x"),
        ("age", "30"),
    ];
    assert_eq!(kept(&forged), pairs(&[("sells", NO)]));
    // Neither is such a question missing, nor one whose own question is still unanswered.
    let market = [
        ("sells", "yes"),
        ("place", "market"),
        ("shop", "far too long for it"),
    ];
    assert_eq!(kept(&market), pairs(&[("place", "market"), ("sells", YES)]));
    assert_eq!(faults(&[]), [("sells".into(), FaultCode::Empty)]);
}

#[test]
fn what_is_wrong_is_said_at_once_in_the_order_of_the_questions() {
    let wrong = [("sells", "yes"), ("place", "moon"), ("products", "six")];
    assert_eq!(
        faults(&wrong),
        [
            ("place".into(), FaultCode::Unknown),
            ("products".into(), FaultCode::Letters)
        ]
    );
    let online = |shop| faults(&[("sells", "yes"), ("place", "online"), ("shop", shop)]);
    assert_eq!(online(" "), [("shop".into(), FaultCode::Empty)]);
    assert_eq!(online("a\u{7}b"), [("shop".into(), FaultCode::Control)]);
    assert_eq!(online("١٢٣٤٥٦٧٨٩٠١"), [("shop".into(), FaultCode::TooLong)]);
    for number in ["0", "6", "99999999999"] {
        let found = faults(&[("sells", "no"), ("products", number)]);
        assert_eq!(found, [("products".into(), FaultCode::OutOfRange)]);
    }
}

#[test]
fn a_log_shows_no_answer() {
    let answers = parse(&questions(), &typed(&[("sells", "no")])).unwrap();
    assert_eq!(format!("{answers:?}"), "Answers(…)");
}

/// Something that a form might send for any of the questions.
fn any_typed() -> impl Strategy<Value = Typed> {
    let text = prop_oneof![
        Just("yes".to_owned()),
        Just("no".to_owned()),
        Just("online".to_owned()),
        Just("market".to_owned()),
        "[0-9 ٠-٩]{0,3}",
        "\\PC{0,12}",
    ];
    let slug = prop_oneof!["sells", "place", "shop", "products", "unasked"];
    proptest::collection::btree_map(slug, text, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn answers_read_again_are_the_same_answers(typed in any_typed()) {
        if let Ok(answers) = parse(&questions(), &typed) {
            let again: Typed = answers.iter().map(|(a, b)| (a.into(), b.into())).collect();
            prop_assert_eq!(parse(&questions(), &again), Ok(answers));
        }
    }

    #[test]
    fn only_questions_that_appear_are_answered_or_wrong(typed in any_typed()) {
        let sells = typed.get("sells").map(|it| it.trim()) == Some(YES);
        let named = match parse(&questions(), &typed) {
            Ok(answers) => answers.iter().map(|(slug, _)| slug.to_owned()).collect(),
            Err(faults) => faults.into_iter().map(|it| it.question).collect::<Vec<_>>(),
        };
        prop_assert!(sells || !named.contains(&"place".to_owned()));
        prop_assert!(sells || !named.contains(&"shop".to_owned()));
        prop_assert!(!named.contains(&"unasked".to_owned()));
    }
}
