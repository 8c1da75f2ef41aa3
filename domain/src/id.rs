//! Typed identifiers: a session's id cannot be passed where an account's is wanted.
//! Where the time and the random bytes come from is the caller's business.

use core::fmt;
use core::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then `random`.
/// A time before 1970 counts as 1970, since the format has no sign.
fn version_7(at: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id (UUID version 7) from the time and ten random bytes.
            pub fn new(at: Timestamp, random: [u8; 10]) -> Self {
                $name(version_7(at, random))
            }

            /// Another id of the same moment, for those who have no clock.
            pub fn another(self, random: [u8; 10]) -> Self {
                let [a, b, c, d, e, f, ..] = self.0.into_bytes();
                let millis = u64::from_be_bytes([0, 0, a, b, c, d, e, f]);
                $name(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map($name)
            }
        }
    )+};
}

ids! {
    /// Names an organisation of the cluster.
    OrganisationId,
    /// Names a hub.
    HubId,
    /// Names a room of a hub.
    RoomId,
    /// Names a funding project.
    FundingProjectId,
    /// Names a course.
    CourseId,
    /// Names one run of a course.
    InstanceId,
    /// Names one meeting.
    SessionId,
    /// Names one pool of seats: a whole instance, or one slot of it.
    SeatsId,
    /// Names a participant.
    PersonId,
    /// Names a person's enrolment.
    EnrolmentId,
    /// Names one sent sign-up form, whether it made an enrolment or repeated one.
    SignUpId,
    /// Names what a withdrawn consent asks of one hub.
    ConsentTaskId,
    /// Names a finding that two rows are one person.
    MergeId,
    /// Names a browser that a slot is kept for.
    HolderId,
    /// Names a browser that a form was given to.
    BrowserId,
    /// Names a request to be called.
    CallId,
    /// Names a message of the outbox.
    MessageId,
    /// Names a staff account.
    AccountId,
    /// Names a device on which marks are made.
    DeviceId,
    /// Names one attendance mark; made on the device.
    MarkId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_carries_its_time_and_its_version() {
        let at = Timestamp::from_millisecond(1_700_000_000_000).unwrap();
        let id = SessionId::new(at, [0xff; 10]);
        assert_eq!(id.0.get_version_num(), 7);
        assert_eq!(&id.to_string()[..13], "018bcfe5-6800");
    }

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let early = MarkId::new(Timestamp::from_millisecond(1).unwrap(), [0xff; 10]);
        let late = MarkId::new(Timestamp::from_millisecond(2).unwrap(), [0; 10]);
        assert!(early < late);
    }

    #[test]
    fn another_id_keeps_the_moment_and_nothing_else() {
        let at = Timestamp::from_millisecond(1_700_000_000_000).unwrap();
        let first = MarkId::new(at, [0xff; 10]);
        assert_eq!(first.another([7; 10]), MarkId::new(at, [7; 10]));
        assert_ne!(first.another([7; 10]), first);
    }

    #[test]
    fn a_time_before_1970_does_not_wrap_into_the_future() {
        let id = HubId::new(Timestamp::MIN, [0; 10]);
        assert!(id.to_string().starts_with("00000000-0000-7"));
    }

    #[test]
    fn text_and_json_lead_back_to_the_same_id() {
        let id = PersonId(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<PersonId>(&json).unwrap(), id);
    }
}
