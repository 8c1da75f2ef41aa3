//! "I would rather be called": the smallest form there is, parsed whole.
//! What is wrong is said with the faults of the sign-up form, whose fields these are.

use serde::{Deserialize, Serialize};

use super::{Fault, FaultCode, Field};
use crate::desk::CallHours;
use crate::name::PersonName;
use crate::phone::PhoneNumber;
use crate::words::hidden_debug;

/// The form as it was sent: every field a text, a missing one empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallForm {
    /// How she wants to be called, or nothing.
    pub given_name: String,
    /// The phone to call.
    pub phone: String,
    /// A word of [`CallHours`]; nothing means any time.
    pub hours: String,
}

hidden_debug!(CallForm);

/// A request to be called in which every field is right.
#[derive(Clone, PartialEq, Eq)]
pub struct CallDetails {
    /// How she wants to be called, if she said so.
    pub name: Option<PersonName>,
    /// The phone to call.
    pub phone: PhoneNumber,
    /// When.
    pub hours: CallHours,
}

hidden_debug!(CallDetails);

impl CallForm {
    /// The request, or everything that is wrong with the form, in the order of its fields.
    pub fn parse(&self) -> Result<CallDetails, Vec<Fault>> {
        let name = match self.given_name.trim() {
            "" => Ok(None),
            typed => PersonName::parse(typed).map(Some),
        };
        let name = name.map_err(|fault| fault_of(Field::GivenName, fault));
        let phone = PhoneNumber::parse(&self.phone).map_err(|fault| fault_of(Field::Phone, fault));
        let hours = CallHours::parse(&self.hours).unwrap_or(CallHours::Any);
        match (name, phone) {
            (Ok(name), Ok(phone)) => Ok(CallDetails { name, phone, hours }),
            (name, phone) => Err(name.err().into_iter().chain(phone.err()).collect()),
        }
    }
}

fn fault_of(field: Field, fault: impl Into<FaultCode>) -> Fault {
    Fault {
        field,
        code: fault.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str, phone: &str, hours: &str) -> CallForm {
        CallForm {
            given_name: name.into(),
            phone: phone.into(),
            hours: hours.into(),
        }
    }

    #[test]
    fn a_phone_is_enough_to_be_called() {
        let details = form("", "20 123 456", "").parse().unwrap();
        assert_eq!(details.name, None);
        assert_eq!(details.hours, CallHours::Any);
        let details = form(" Amina ", "20 123 456", "evening").parse().unwrap();
        assert_eq!(details.name.unwrap().as_str(), "Amina");
        assert_eq!(details.hours, CallHours::Evening);
    }

    #[test]
    fn everything_wrong_is_said_at_once_and_nothing_typed_is_repeated() {
        let faults = form("a\u{7}", "12", "").parse().unwrap_err();
        let fields: Vec<Field> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, [Field::GivenName, Field::Phone]);
        assert_eq!(
            format!("{:?}", form("Amina", "20123456", "")),
            "CallForm(…)"
        );
    }
}
