//! The sign-up form: flat texts in, everything wrong with them or a parsed sign-up out.
//! Wordings of the faults belong to the catalogue of `app`; what was typed is never in a fault.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AgeBand, Picture};
use crate::children::{ChildFault, Children};
use crate::desk::CallHours;
use crate::message::Channel;
use crate::name::{NameFault, PersonName};
use crate::phone::{PhoneFault, PhoneNumber};
use crate::programme::ChildAgeBand;
use crate::question::{self, AnswerFault, Answers, Question, Typed};
use crate::words::{hidden_debug, words};

/// The longest slug of a funding project that a form can name.
const SLUG_BYTES_MAX: usize = 64;

/// The form as it was sent: every field a text, a missing one empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EnrolForm {
    /// Her given name.
    pub given_name: String,
    /// Her family name.
    pub family_name: String,
    /// The phone by which she can be reached, hers or her family's.
    pub phone: String,
    /// A word of [`Channel`]: by which way she may be reached. Nothing where she does not say.
    pub channel: String,
    /// A word of [`CallHours`]: when. Nothing where she does not say.
    pub hours: String,
    /// A word of [`AgeBand`], or nothing.
    pub age_band: String,
    /// The slug of the funding project that sent her, or nothing.
    pub project: String,
    /// `yes`: express written consent to keep these data for this purpose
    /// (law 2004-63, INPDP). Never ticked beforehand.
    pub consent: String,
    /// `yes`: if it is full by now, she takes a place on the waiting list.
    pub waitlist: String,
    /// A word of [`Picture`]: others use this phone or see her link, and opening it elsewhere
    /// asks for the picture first. Nothing where she chose none.
    pub picture: String,
    /// Her answers to the course's own questions.
    pub answers: Typed,
    /// How many children she brings, by the key of their age.
    pub children: Typed,
    /// `yes`: she comes without childcare if there is none for her children.
    pub childcare_optional: String,
    /// `other`: whoever fills the form in does it for someone else, whose name it has. `self` or
    /// nothing: for herself.
    pub for_whom: String,
    /// The idempotency key (UUID) that the page was rendered with.
    pub key: String,
    /// The sealed stamp that the page was rendered with. It is no part of what she asks for:
    /// whoever opens it reads it.
    pub stamp: String,
}

hidden_debug!(EnrolForm);

/// A sign-up in which every field is right.
#[derive(Clone, PartialEq, Eq)]
pub struct SignUpDetails {
    /// Her given name.
    pub given_name: PersonName,
    /// Her family name.
    pub family_name: PersonName,
    /// The phone by which she can be reached.
    pub phone: PhoneNumber,
    /// By which way she may be reached, and when, if she says.
    pub reach: Option<(Channel, CallHours)>,
    /// Her age band, if she answered.
    pub age_band: Option<AgeBand>,
    /// The slug of the funding project that sent her, if one did. Whether it exists
    /// is for the store to say.
    pub project: Option<String>,
    /// Whether she takes a place on the waiting list if it is full.
    pub accepts_waiting: bool,
    /// The picture that guards her private link, if she chose one.
    pub picture: Option<Picture>,
    /// Her answers to the course's own questions.
    pub answers: Answers,
    /// The children she brings: she gets a seat with places for all of them or none.
    pub children: Children,
    /// Whether she takes a seat without childcare if there is none for her children.
    pub childcare_optional: bool,
    /// Whether someone else filled the form in for her, who said that she agrees. Who that was is
    /// not asked: it is needed for nothing.
    pub for_other: bool,
    /// The same key with the same details is the same sign-up.
    pub key: Uuid,
}

hidden_debug!(SignUpDetails);

words! {
    /// A field of the sign-up form, under the name that it has in HTML.
    pub enum Field {
        /// The form as a whole.
        Form = "form",
        /// For herself or for someone else.
        ForWhom = "for_whom",
        /// Given name.
        GivenName = "given_name",
        /// Family name.
        FamilyName = "family_name",
        /// Phone.
        Phone = "phone",
        /// By which way she may be reached.
        Channel = "channel",
        /// When she may be reached.
        Hours = "hours",
        /// Age band.
        AgeBand = "age_band",
        /// Funding project.
        Project = "project",
        /// Consent.
        Consent = "consent",
        /// Waiting list.
        Waitlist = "waitlist",
        /// The picture of the second question.
        Picture = "picture",
        /// Coming without childcare.
        ChildcareOptional = "childcare_optional",
    }
}

words! {
    /// What is wrong with a field. A code only: it may travel where typed text may not.
    pub enum FaultCode {
        /// Nothing was given where something is needed.
        Empty = "empty",
        /// Too many characters or digits.
        TooLong = "too_long",
        /// Too few digits.
        TooShort = "too_short",
        /// A control character in a name.
        Control = "control",
        /// Letters or signs in a phone number.
        Letters = "letters",
        /// Eight digits that are no Tunisian number.
        NotTunisian = "not_tunisian",
        /// A number from abroad whose country code does not exist.
        NotACountry = "not_a_country",
        /// A choice that the form does not offer.
        Unknown = "unknown",
        /// A number that is too small or too large.
        OutOfRange = "out_of_range",
        /// Not so many places are free.
        NoPlace = "no_place",
        /// The form is too old or damaged: it has to be loaded again.
        Expired = "expired",
    }
}

/// One thing wrong with a sent form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fault {
    /// Where.
    pub field: Field,
    /// What.
    pub code: FaultCode,
}

/// Everything that is wrong with a sent form: with its own fields, with the answers to the
/// course's questions, and with the children.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wrong {
    /// The fields, in their order.
    pub fields: Vec<Fault>,
    /// The answers, in the order of the questions.
    pub answers: Vec<AnswerFault>,
    /// The children, by age.
    pub children: Vec<ChildFault>,
}

impl EnrolForm {
    /// The sign-up for a run that asks these questions and has childcare for these ages, or
    /// everything that is wrong.
    pub fn check<T>(
        &self,
        questions: &[Question<T>],
        childcare: &[ChildAgeBand],
    ) -> Result<SignUpDetails, Wrong> {
        let answers = question::parse(questions, &self.answers);
        let children = Children::parse(&self.children, childcare);
        match (self.parse(), answers, children) {
            (Ok(details), Ok(answers), Ok(children)) => Ok(SignUpDetails {
                answers,
                children,
                ..details
            }),
            (details, answers, children) => Err(Wrong {
                fields: details.err().unwrap_or_default(),
                answers: answers.err().unwrap_or_default(),
                children: children.err().unwrap_or_default(),
            }),
        }
    }

    /// The sign-up for a run that asks nothing of its own and has no childcare, or everything
    /// that is wrong with the form, in the order of its fields.
    pub fn parse(&self) -> Result<SignUpDetails, Vec<Fault>> {
        let mut faults = Faults(Vec::new());
        let for_other = faults.keep(Field::ForWhom, for_other(&self.for_whom));
        let given_name = faults.keep(Field::GivenName, PersonName::parse(&self.given_name));
        let family_name = faults.keep(Field::FamilyName, PersonName::parse(&self.family_name));
        let phone = faults.keep(Field::Phone, PhoneNumber::parse(&self.phone));
        let channel = faults.keep(Field::Channel, optional(&self.channel, Channel::parse));
        let hours = faults.keep(Field::Hours, optional(&self.hours, CallHours::parse));
        let age_band = faults.keep(Field::AgeBand, optional(&self.age_band, AgeBand::parse));
        let project = faults.keep(Field::Project, optional(&self.project, slug));
        let consent = faults.keep(Field::Consent, consent(&self.consent));
        let waitlist = faults.keep(Field::Waitlist, optional(&self.waitlist, yes));
        let picture = faults.keep(Field::Picture, optional(&self.picture, Picture::parse));
        let without = optional(&self.childcare_optional, yes);
        let without = faults.keep(Field::ChildcareOptional, without);
        let key = faults.keep(Field::Form, key(&self.key));
        match (
            for_other,
            given_name,
            family_name,
            phone,
            channel,
            hours,
            age_band,
            project,
            consent,
            waitlist,
            picture,
            without,
            key,
        ) {
            (
                Some(for_other),
                Some(given_name),
                Some(family_name),
                Some(phone),
                Some(channel),
                Some(hours),
                Some(age_band),
                Some(project),
                Some(()),
                Some(waitlist),
                Some(picture),
                Some(without),
                Some(key),
            ) => Ok(SignUpDetails {
                given_name,
                family_name,
                phone,
                // Hours alone name no way that is safe.
                reach: channel.map(|channel| (channel, hours.unwrap_or(CallHours::Any))),
                age_band,
                project,
                accepts_waiting: waitlist.is_some(),
                picture,
                answers: Answers::default(),
                children: Children::default(),
                childcare_optional: without.is_some(),
                for_other,
                key,
            }),
            _ => Err(faults.0),
        }
    }
}

impl SignUpDetails {
    /// Everything but the key, in one unambiguous row of bytes (each field after its
    /// length): the store hashes it, to tell a form sent twice from another form under
    /// the same key. What she signs up for is not in it; the store adds that.
    pub fn canonical(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let children = self.children.line();
        let fields = [
            "sign-up 5",
            self.given_name.as_str(),
            self.family_name.as_str(),
            self.phone.as_e164(),
            self.reach.map_or("", |(channel, _)| channel.as_str()),
            self.reach.map_or("", |(_, hours)| hours.as_str()),
            self.age_band.map_or("", AgeBand::as_str),
            self.project.as_deref().unwrap_or(""),
            if self.accepts_waiting { "yes" } else { "" },
            self.picture.map_or("", Picture::as_str),
            if self.for_other { "other" } else { "" },
            children.as_str(),
            if self.childcare_optional { "yes" } else { "" },
        ];
        let answers = self.answers.iter().flat_map(|(slug, it)| [slug, it]);
        for field in fields.into_iter().chain(answers) {
            bytes.extend_from_slice(&(field.len() as u64).to_be_bytes());
            bytes.extend_from_slice(field.as_bytes());
        }
        bytes
    }
}

/// The faults found so far.
struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or nothing and its fault written down.
    fn keep<T, E: Into<FaultCode>>(&mut self, field: Field, parsed: Result<T, E>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                self.0.push(Fault {
                    field,
                    code: fault.into(),
                });
                None
            }
        }
    }
}

/// An optional field: nothing typed is no answer, and what cannot be read is a fault.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, FaultCode> {
    match text {
        "" => Ok(None),
        text => read(text).map(Some).ok_or(FaultCode::Unknown),
    }
}

fn for_other(text: &str) -> Result<bool, FaultCode> {
    match text {
        "" | "self" => Ok(false),
        "other" => Ok(true),
        _ => Err(FaultCode::Unknown),
    }
}

fn yes(text: &str) -> Option<()> {
    (text == "yes").then_some(())
}

fn consent(text: &str) -> Result<(), FaultCode> {
    yes(text).ok_or(FaultCode::Empty)
}

fn key(text: &str) -> Result<Uuid, FaultCode> {
    match Uuid::try_parse(text) {
        Ok(key) if !key.is_nil() => Ok(key),
        _ => Err(FaultCode::Expired),
    }
}

fn slug(text: &str) -> Option<String> {
    let fits = text.len() <= SLUG_BYTES_MAX
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    fits.then(|| text.to_owned())
}

impl From<NameFault> for FaultCode {
    fn from(fault: NameFault) -> FaultCode {
        match fault {
            NameFault::Empty => FaultCode::Empty,
            NameFault::TooLong => FaultCode::TooLong,
            NameFault::Control => FaultCode::Control,
        }
    }
}

impl From<PhoneFault> for FaultCode {
    fn from(fault: PhoneFault) -> FaultCode {
        match fault {
            PhoneFault::Empty => FaultCode::Empty,
            PhoneFault::Letters => FaultCode::Letters,
            PhoneFault::TooShort => FaultCode::TooShort,
            PhoneFault::TooLong => FaultCode::TooLong,
            PhoneFault::NotTunisian => FaultCode::NotTunisian,
            PhoneFault::NotACountry => FaultCode::NotACountry,
        }
    }
}

#[cfg(test)]
mod tests;
