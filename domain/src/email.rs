//! E-mail addresses of staff, as the key of an account: folded, so that one address is one account.
//! Whether anybody reads mail there is not our question.

use serde::{Deserialize, Serialize};

/// The longest address that a mail server must take (RFC 5321 §4.5.3.1.3), in bytes.
const ADDRESS_BYTES_MAX: usize = 254;

/// An e-mail address in lower case. `Debug` hides it, so that it cannot slip into a log.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

crate::words::hidden_debug!(EmailAddress);

/// A text that is no e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no e-mail address")]
pub struct NotAnEmail;

impl EmailAddress {
    /// Reads an address as typed: outer spaces go, upper case is folded.
    pub fn parse(text: &str) -> Result<EmailAddress, NotAnEmail> {
        let text = text.trim();
        let (name, host) = text.rsplit_once('@').ok_or(NotAnEmail)?;
        let visible = |c: char| !c.is_control() && !c.is_whitespace();
        let fits = text.len() <= ADDRESS_BYTES_MAX && text.chars().all(visible);
        if !fits || name.is_empty() || name.contains('@') || !is_host(host) {
            return Err(NotAnEmail);
        }
        Ok(EmailAddress(text.to_lowercase()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_host(host: &str) -> bool {
    host.contains('.') && host.split('.').all(|label| !label.is_empty())
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnEmail;

    fn try_from(text: String) -> Result<EmailAddress, NotAnEmail> {
        EmailAddress::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(email: EmailAddress) -> String {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_one_account_however_it_is_typed() {
        let typed = EmailAddress::parse("  Desk@Hub.Example ").unwrap();
        assert_eq!(typed.as_str(), "desk@hub.example");
        assert_eq!(format!("{typed:?}"), "EmailAddress(…)");
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        let long = format!("{}@hub.example", "a".repeat(250));
        for wrong in [
            "",
            "desk",
            "@hub.example",
            "desk@",
            "desk@hub",
            "a@b@c.d",
            "a b@c.d",
            "desk@.example",
            "desk@hub..example",
            &long,
        ] {
            assert_eq!(EmailAddress::parse(wrong), Err(NotAnEmail), "{wrong}");
        }
    }
}
