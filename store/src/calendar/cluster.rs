//! What the cluster says of itself, and those who take part in it.
//! Its hubs stand in `hub`, the projects that pay in `project`.

use domain::{lang::Localised, programme::Cluster};

use super::optional_texts;
use crate::{Conn, StoreError, programme::Texts};

/// One who takes part in the cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: Localised,
    /// What it does in the cluster.
    pub role: Localised,
    /// More of what it does, one point per line.
    pub about: Option<Localised>,
}

#[derive(sqlx::FromRow)]
struct OrganisationRow {
    slug: String,
    #[sqlx(try_from = "String")]
    name: Texts,
    #[sqlx(try_from = "String")]
    role: Texts,
    about: String,
}

/// All organisations, in the order of the programme.
pub async fn organisations(conn: &mut Conn) -> Result<Vec<Organisation>, StoreError> {
    let rows: Vec<OrganisationRow> = fetch_all!(
        conn,
        OrganisationRow,
        "SELECT slug, name, role, about FROM organisations ORDER BY position, slug"
    )?;
    rows.into_iter()
        .map(OrganisationRow::organisation)
        .collect()
}

/// The organisation with this slug.
pub async fn organisation(conn: &mut Conn, slug: &str) -> Result<Option<Organisation>, StoreError> {
    let row = fetch_optional!(
        conn,
        OrganisationRow,
        "SELECT slug, name, role, about FROM organisations WHERE slug = $1",
        slug
    )?;
    row.map(OrganisationRow::organisation).transpose()
}

impl OrganisationRow {
    fn organisation(self) -> Result<Organisation, StoreError> {
        Ok(Organisation {
            slug: self.slug,
            name: self.name.0,
            role: self.role.0,
            about: optional_texts(self.about, "organisations.about")?,
        })
    }
}

/// What the cluster says of itself, if the programme has words for it.
pub async fn cluster(conn: &mut Conn) -> Result<Option<Cluster>, StoreError> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(try_from = "String")]
        name: Texts,
        #[sqlx(try_from = "String")]
        summary: Texts,
        #[sqlx(try_from = "String")]
        about: Texts,
        #[sqlx(try_from = "String")]
        history: Texts,
        #[sqlx(try_from = "String")]
        plans: Texts,
        #[sqlx(try_from = "String")]
        joining: Texts,
    }
    let row: Option<Row> = fetch_optional!(
        conn,
        Row,
        "SELECT name, summary, about, history, plans, joining FROM clusters WHERE slug = $1",
        Cluster::SLUG
    )?;
    Ok(row.map(|row| Cluster {
        name: row.name.0,
        summary: row.summary.0,
        about: row.about.0,
        history: row.history.0,
        plans: row.plans.0,
        joining: row.joining.0,
    }))
}
