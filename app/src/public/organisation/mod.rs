//! An organisation: its role in the cluster, and what it offers.

mod page;
mod server;

pub use page::OrganisationPage;
pub use server::{ShowOrganisation, show_organisation};
