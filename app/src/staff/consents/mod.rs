//! Consents on the staff's side: what someone has answered, an answer that she told, and what
//! withdrawals ask for.

mod answers;
pub mod model;
mod page;
mod server;

pub use answers::{PhotosBadge, RecordConsents};
pub use page::ConsentsPage;
pub use server::{
    FinishConsentTask, RecordConsent, ShowConsents, finish_consent_task, record_consent,
    show_consents,
};
