//! The questions of a course come with its file and change with it; what was answered stays.

use domain::{
    lang::Lang,
    programme::{Noun, Programme},
    question::{self as rules, Kind, Typed},
};
use store::{
    Conn, calendar, desk,
    programme::Change,
    question,
    testing::{
        questions::{question as asked, text, three},
        stores,
    },
};

use crate::{
    common::{accepted, request},
    sample::{import, imported, programme},
};

fn asking() -> Programme {
    let mut programme = programme();
    programme.courses[0].questions = three();
    programme
}

async fn slugs(conn: &mut Conn) -> Vec<String> {
    let page = calendar::seats(conn, "run").await.unwrap().unwrap();
    page.questions.into_iter().map(|it| it.slug).collect()
}

#[tokio::test]
async fn questions_are_asked_in_the_order_of_the_file_and_go_with_it() {
    for t in stores().await {
        imported(&t.store, import(&asking())).await;
        let conn = &mut t.store.read().await.unwrap();
        assert_eq!(
            slugs(conn).await,
            ["sells", "place", "pieces"],
            "{}",
            t.database
        );
        let again = imported(&t.store, import(&asking())).await;
        assert!(again.is_unchanged(), "{}: {again:?}", t.database);

        let mut changed = asking();
        changed.courses[0].questions.swap(0, 2);
        changed.courses[0].questions.remove(1);
        let report = imported(&t.store, import(&changed)).await;
        assert_eq!(report.count(Noun::Course, Change::Updated), 1);
        assert_eq!(slugs(conn).await, ["pieces", "sells"]);

        // What was taken out comes back as it was.
        imported(&t.store, import(&asking())).await;
        assert_eq!(slugs(conn).await, ["sells", "place", "pieces"]);
        assert!(imported(&t.store, import(&asking())).await.is_unchanged());
    }
}

#[tokio::test]
async fn answers_to_a_question_that_was_changed_or_dropped_are_read_in_its_old_words() {
    for t in stores().await {
        imported(&t.store, import(&asking())).await;
        let conn = &mut t.store.read().await.unwrap();
        let page = calendar::seats(conn, "run").await.unwrap().unwrap();
        let typed: Typed = [("pieces", "4"), ("sells", "no")]
            .map(|(slug, text)| (slug.to_owned(), text.to_owned()))
            .into();
        let mut request = request(page.seats.id, 1);
        request.details.answers = rules::parse(&page.questions, &typed).unwrap();
        accepted(t.store.sign_up(request).await.unwrap());

        let mut changed = asking();
        let pieces = asked("pieces", Kind::Number { min: 1, max: 2 });
        changed.courses[0].questions = vec![domain::question::Question {
            label: text("pieces at most"),
            ..pieces
        }];
        imported(&t.store, import(&changed)).await;

        let instance = desk::instance_of_seats(conn, "run")
            .await
            .unwrap()
            .unwrap()
            .0;
        let enrolment = desk::roster(conn, instance).await.unwrap()[0].id;
        let read = question::of_enrolment(conn, enrolment).await.unwrap();
        let read: Vec<_> = read
            .iter()
            .map(|it| (it.question.label.get(Lang::En), it.answer.0.as_str()))
            .collect();
        assert_eq!(read, [("pieces (en)", "4"), ("sells (en)", "no")]);
        let now = calendar::seats(conn, "run")
            .await
            .unwrap()
            .unwrap()
            .questions;
        assert_eq!(now[0].label.get(Lang::En), "pieces at most (en)");
    }
}
