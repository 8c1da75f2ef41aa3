//! The cluster: who acts together, in which roles, and how it began.

mod page;
mod server;

pub use page::ClusterPage;
pub use server::{ShowCluster, show_cluster};
