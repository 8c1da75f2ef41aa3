//! Tests of the sign-up form.
//! They stand apart so that the form can be read on its own.

use super::*;

const KEY: &str = "0198c0de-0000-7000-8000-000000000001";

fn form() -> EnrolForm {
    EnrolForm {
        given_name: " Amel ".into(),
        family_name: "بن صالح".into(),
        phone: "20 123 456".into(),
        channel: "sms".into(),
        hours: "evening".into(),
        age_band: "25-54".into(),
        project: "medtown".into(),
        consent: "yes".into(),
        waitlist: "yes".into(),
        picture: "fish".into(),
        answers: Typed::new(),
        children: Typed::new(),
        childcare_optional: String::new(),
        for_whom: "self".into(),
        key: KEY.into(),
        stamp: String::new(),
    }
}

fn faults(form: EnrolForm) -> Vec<(&'static str, &'static str)> {
    let faults = form.parse().unwrap_err();
    faults
        .iter()
        .map(|fault| (fault.field.as_str(), fault.code.as_str()))
        .collect()
}

#[test]
fn a_form_filled_in_rightly_is_parsed_whole() {
    let details = form().parse().unwrap();
    assert_eq!(details.given_name.as_str(), "Amel");
    assert_eq!(details.family_name.as_str(), "بن صالح");
    assert_eq!(details.phone.as_e164(), "+21620123456");
    assert_eq!(details.reach, Some((Channel::Sms, CallHours::Evening)));
    assert_eq!(details.age_band, Some(AgeBand::From25To54));
    assert_eq!(details.project.as_deref(), Some("medtown"));
    assert!(details.accepts_waiting);
    assert_eq!(details.picture, Some(Picture::Fish));
    assert_eq!(details.key.to_string(), KEY);
}

#[test]
fn optional_answers_may_be_left_out() {
    let details = EnrolForm {
        channel: String::new(),
        hours: String::new(),
        age_band: String::new(),
        project: String::new(),
        waitlist: String::new(),
        picture: String::new(),
        ..form()
    }
    .parse()
    .unwrap();
    assert_eq!((details.age_band, details.project), (None, None));
    assert_eq!((details.picture, details.reach), (None, None));
    assert!(!details.accepts_waiting);
}

#[test]
fn a_form_is_for_herself_or_for_someone_else() {
    let for_whom = |text: &str| {
        let form = EnrolForm {
            for_whom: text.into(),
            ..form()
        };
        form.parse().map(|details| details.for_other)
    };
    assert_eq!(for_whom(""), Ok(false));
    assert_eq!(for_whom("self"), Ok(false));
    assert_eq!(for_whom("other"), Ok(true));
    let code = FaultCode::Unknown;
    let field = Field::ForWhom;
    assert_eq!(for_whom("me"), Err(vec![Fault { field, code }]));
}

#[test]
fn an_empty_form_names_every_fault_at_once_in_the_forms_order() {
    assert_eq!(
        faults(EnrolForm::default()),
        [
            ("given_name", "empty"),
            ("family_name", "empty"),
            ("phone", "empty"),
            ("consent", "empty"),
            ("form", "expired"),
        ]
    );
}

#[test]
fn choices_that_the_form_does_not_offer_are_faults() {
    let wrong = EnrolForm {
        age_band: "12".into(),
        project: "Med TOWN".into(),
        consent: "no".into(),
        waitlist: "on".into(),
        key: "1".into(),
        ..form()
    };
    assert_eq!(
        faults(wrong),
        [
            ("age_band", "unknown"),
            ("project", "unknown"),
            ("consent", "empty"),
            ("waitlist", "unknown"),
            ("form", "expired"),
        ]
    );
}

#[test]
fn the_nil_key_is_no_key() {
    let key = Uuid::nil().to_string();
    assert_eq!(faults(EnrolForm { key, ..form() }), [("form", "expired")]);
}

#[test]
fn each_fault_of_a_name_or_phone_has_its_code() {
    for (phone, code) in [
        ("vingt", "letters"),
        ("2012", "too_short"),
        ("201234567", "too_long"),
        ("10123456", "not_tunisian"),
        ("+0123456789", "not_a_country"),
    ] {
        let phone = phone.into();
        assert_eq!(faults(EnrolForm { phone, ..form() }), [("phone", code)]);
    }
    for (name, code) in [("x".repeat(81), "too_long"), ("a\tb".into(), "control")] {
        let given_name = name;
        assert_eq!(
            faults(EnrolForm {
                given_name,
                ..form()
            }),
            [("given_name", code)]
        );
    }
}

fn yes_no(slug: &str) -> Question<String> {
    Question {
        slug: slug.into(),
        kind: question::Kind::YesNo,
        label: slug.into(),
        help: None,
        why: "why".into(),
        is_required: false,
        when: None,
    }
}

fn answering(answers: &[(&str, &str)]) -> EnrolForm {
    let own = |(slug, text): &(&str, &str)| ((*slug).to_owned(), (*text).to_owned());
    EnrolForm {
        answers: answers.iter().map(own).collect(),
        ..form()
    }
}

#[test]
fn fields_and_answers_are_wrong_together() {
    let form = EnrolForm {
        phone: "12".into(),
        ..answering(&[("one", "perhaps")])
    };
    let wrong = form.check(&[yes_no("one")], &[]).unwrap_err();
    assert_eq!(wrong.fields[0].field, Field::Phone);
    assert_eq!(wrong.answers[0].question, "one");
    assert_eq!(wrong.answers[0].code, FaultCode::Unknown);
    // The course asks nothing: an answer that somebody made up is passed over.
    let details = answering(&[("one", "perhaps")]).check::<String>(&[], &[]);
    assert!(details.unwrap().answers.is_empty());
}

const AGES: [ChildAgeBand; 2] = [ChildAgeBand::From3To5, ChildAgeBand::From6To12];

fn bringing(children: &[(&str, &str)]) -> EnrolForm {
    let own = |(band, text): &(&str, &str)| (format!("age-{band}"), (*text).to_owned());
    EnrolForm {
        children: children.iter().map(own).collect(),
        ..form()
    }
}

#[test]
fn children_are_counted_by_age_and_no_place_is_promised_that_is_not_offered() {
    let details = bringing(&[("3-5", "2")]).check::<String>(&[], &AGES);
    assert_eq!(details.unwrap().children.line(), "3-5=2");
    let wrong = bringing(&[("3-5", "2")]).check::<String>(&[], &[]);
    assert_eq!(wrong.unwrap_err().children[0].code, FaultCode::Unknown);
    let odd = EnrolForm {
        childcare_optional: "perhaps".into(),
        ..form()
    };
    assert_eq!(faults(odd), [("childcare_optional", "unknown")]);
}

#[test]
fn the_digest_input_ignores_the_key_and_spelling_of_the_phone() {
    let details = form().parse().unwrap();
    let again = EnrolForm {
        key: "0198c0de-0000-7000-8000-000000000002".into(),
        phone: "+216 20.123.456".into(),
        ..form()
    };
    assert_eq!(details.canonical(), again.parse().unwrap().canonical());
}

#[test]
fn the_digest_input_tells_every_field_from_its_neighbour() {
    let moved = |given: &str, family: &str| {
        let form = EnrolForm {
            given_name: given.into(),
            family_name: family.into(),
            ..form()
        };
        form.parse().unwrap().canonical()
    };
    assert_ne!(moved("Amel B", "en"), moved("Amel", "B en"));
    let mut seen = vec![form()];
    seen.push(EnrolForm {
        channel: "call".into(),
        ..form()
    });
    seen.push(EnrolForm {
        hours: "any".into(),
        ..form()
    });
    seen.push(EnrolForm {
        phone: "20 123 457".into(),
        ..form()
    });
    seen.push(EnrolForm {
        age_band: String::new(),
        ..form()
    });
    seen.push(EnrolForm {
        project: String::new(),
        ..form()
    });
    seen.push(EnrolForm {
        waitlist: String::new(),
        ..form()
    });
    seen.push(EnrolForm {
        picture: String::new(),
        ..form()
    });
    let mut digests: Vec<_> = seen
        .iter()
        .map(|f| f.parse().unwrap().canonical())
        .collect();
    let questions = [yes_no("one"), yes_no("two")];
    for answered in [("one", "yes"), ("two", "yes"), ("two", "no")] {
        let form = answering(&[answered]);
        digests.push(form.check(&questions, &[]).unwrap().canonical());
    }
    for children in [("3-5", "1"), ("3-5", "2"), ("6-12", "1")] {
        let form = bringing(&[children]);
        digests.push(form.check::<String>(&[], &AGES).unwrap().canonical());
    }
    let without = EnrolForm {
        childcare_optional: "yes".into(),
        ..form()
    };
    digests.push(without.parse().unwrap().canonical());
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 15);
}

#[test]
fn a_log_shows_nothing_of_a_form() {
    assert_eq!(format!("{:?}", form()), "EnrolForm(…)");
    let details = form().parse().unwrap();
    assert_eq!(format!("{details:?}"), "SignUpDetails(…)");
}

#[test]
fn a_form_with_missing_fields_is_read_as_empty_ones() {
    let form: EnrolForm = serde_json::from_str("{\"phone\":\"1\"}").unwrap();
    assert_eq!(
        form,
        EnrolForm {
            phone: "1".into(),
            ..EnrolForm::default()
        }
    );
}

#[test]
fn a_fault_travels_as_two_short_words() {
    let fault = Fault {
        field: Field::Phone,
        code: FaultCode::Letters,
    };
    let json = serde_json::to_string(&fault).unwrap();
    assert_eq!(json, "{\"field\":\"phone\",\"code\":\"letters\"}");
    assert_eq!(serde_json::from_str::<Fault>(&json).unwrap(), fault);
}
