//! The four roles of staff.
//! What each may do is said by the table of rights in `app`, not here.

use crate::words::words;

words! {
    /// What an account is trusted with, at the hubs it is assigned to.
    pub enum Role {
        /// Runs sessions and marks the roll of her hubs.
        Facilitator = "facilitator",
        /// Plans the programme and looks after seats, people and messages.
        Coordinator = "coordinator",
        /// Sees the public programme, aggregate figures and documents.
        Partner = "partner",
        /// Looks after accounts and the installation.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether an account of this role may be assigned to all hubs at once, also those to
    /// come. A facilitator works at the hubs that are named for her.
    #[must_use]
    pub const fn may_have_all_hubs(self) -> bool {
        !matches!(self, Self::Facilitator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_role() {
        for &role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
            let json = serde_json::to_string(&role).unwrap();
            assert_eq!(serde_json::from_str::<Role>(&json).unwrap(), role);
        }
    }

    #[test]
    fn an_unknown_word_is_no_role() {
        assert_eq!(Role::parse("Administrator"), None);
        assert!(serde_json::from_str::<Role>("\"root\"").is_err());
    }
}
