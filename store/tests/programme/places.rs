//! What the pages of the cluster, its hubs, organisations and projects read.

use domain::programme::{Cluster, Noun, Picture};
use store::{
    calendar,
    programme::{Change, Import},
    testing::stores,
};

use crate::sample::{at, import, imported, programme, text};

#[tokio::test]
async fn the_cluster_is_kept_once_and_left_alone_when_the_file_has_none() {
    for t in stores().await {
        let mut conn = t.store.read().await.unwrap();
        assert_eq!(calendar::cluster(&mut conn).await.unwrap(), None);
        drop(conn);
        let first = imported(&t.store, import(&programme())).await;
        assert_eq!(first.count(Noun::Cluster, Change::Created), 1);
        let mut changed = programme();
        if let Some(cluster) = &mut changed.cluster {
            cluster.plans = text("roadmap");
        }
        let second = imported(&t.store, import(&changed)).await;
        assert_eq!(second.count(Noun::Cluster, Change::Updated), 1);
        changed.cluster = None;
        let third = imported(&t.store, import(&changed)).await;
        let left = (Noun::Cluster, Cluster::SLUG.to_owned());
        assert!(third.left_alone().contains(&left), "{}", t.database);
        let mut conn = t.store.read().await.unwrap();
        let cluster = calendar::cluster(&mut conn).await.unwrap().unwrap();
        assert_eq!(
            (cluster.name, cluster.plans),
            (text("Cluster"), text("roadmap"))
        );
    }
}

#[tokio::test]
async fn a_hub_has_its_rooms_its_courses_and_its_next_sessions() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let hub = calendar::hub(&mut conn, "lab").await.unwrap().unwrap();
        assert_eq!(
            (hub.organisation, hub.organisation_slug),
            (text("TCSE"), "tcse".to_owned())
        );
        let rooms = calendar::rooms_of_hub(&mut conn, "lab").await.unwrap();
        assert_eq!((rooms.len(), rooms[0].capacity), (1, 12));
        let courses = calendar::courses_of_hub(&mut conn, "lab").await.unwrap();
        assert_eq!((courses.len(), courses[0].slug.as_str()), (1, "course"));
        let from = at("2026-12-02T00:00:00Z");
        let next = calendar::next_sessions_at(&mut conn, "lab", from, 2)
            .await
            .unwrap();
        let slugs: Vec<_> = next.iter().map(|it| it.slug.as_str()).collect();
        assert_eq!(slugs, ["shoot-1", "shoot-2"], "{}", t.database);
        let elsewhere = calendar::next_sessions_at(&mut conn, "studio", from, 2).await;
        assert_eq!(elsewhere.unwrap(), []);
        let room = calendar::room_of_session(&mut conn, "run-1").await.unwrap();
        assert_eq!(room.unwrap().access, text("no steps"));
    }
}

#[tokio::test]
async fn an_organisation_and_a_project_have_their_courses_and_unknown_ones_are_none() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let mut conn = t.store.read().await.unwrap();
        let tcse = calendar::organisation(&mut conn, "tcse").await.unwrap();
        assert_eq!(tcse.unwrap().about, Some(text("needs")));
        let offered = calendar::courses_of_organisation(&mut conn, "tcse").await;
        assert_eq!(offered.unwrap()[0].title, text("Course"));
        let project = calendar::funding_project(&mut conn, "medtown").await;
        assert_eq!(
            project.unwrap().unwrap().summary,
            Some(text("six countries"))
        );
        let paid = calendar::courses_of_project(&mut conn, "medtown").await;
        assert_eq!(paid.unwrap()[0].hub.slug, "lab");

        assert_eq!(calendar::organisation(&mut conn, "x").await.unwrap(), None);
        assert_eq!(
            calendar::funding_project(&mut conn, "x").await.unwrap(),
            None
        );
        assert_eq!(
            calendar::room_of_session(&mut conn, "x").await.unwrap(),
            None
        );
        for none in [
            calendar::courses_of_organisation(&mut conn, "x").await,
            calendar::courses_of_project(&mut conn, "x").await,
            calendar::courses_of_hub(&mut conn, "x").await,
        ] {
            assert_eq!(none.unwrap(), []);
        }
    }
}

#[tokio::test]
async fn a_logo_is_found_by_a_name_that_changes_with_the_picture() {
    for t in stores().await {
        imported(&t.store, import(&programme())).await;
        let name = logo(&t.store).await;
        let mut conn = t.store.read().await.unwrap();
        let content = calendar::picture(&mut conn, &name).await.unwrap();
        assert_eq!(content.as_deref(), Some(&b"<svg/>"[..]), "{}", t.database);
        for wrong in [".svg", "", "x.svg", &name.replace(".svg", ".png")] {
            let none = calendar::picture(&mut conn, wrong).await.unwrap();
            assert_eq!(none, None, "{wrong}");
        }
        drop(conn);

        let mut other = programme();
        other.funding_projects[0].logos[0].picture = Some(Picture {
            file: "eu.svg".into(),
            content: b"<svg></svg>".to_vec(),
        });
        let report = imported(&t.store, Import { ..import(&other) }).await;
        assert_eq!(report.count(Noun::FundingProject, Change::Updated), 1);
        assert_ne!(logo(&t.store).await, name);
    }
}

/// The name of the first logo's picture; the second has none.
async fn logo(store: &store::Store) -> String {
    let mut conn = store.read().await.unwrap();
    let project = calendar::funding_project(&mut conn, "medtown").await;
    let logos = project.unwrap().unwrap().logos;
    assert_eq!(logos[1].picture, None);
    logos[0].picture.clone().unwrap()
}
