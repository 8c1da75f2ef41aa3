//! English: the enrol form and what can be wrong in it.
//! The shape stands in `sections::enrol`.

use crate::i18n::{
    Plural,
    enrol::{Enrol, Faults},
};

pub static ENROL: Enrol = Enrol {
    title: "Sign up",
    heading: "Sign up",
    adults: "Sign-up here is from 18 years. Are you younger? Call {phone}.",
    for_whom: "This sign-up is for",
    for_self: "Myself",
    for_other: "Someone else",
    for_other_hint: "For someone else, write her name, read the consent below out to her, and \
                     tick it if she agrees. The team will ask her again when she comes.",
    another: "Sign up someone else",
    another_hint: "On the same course, with the same phone number. Names are not kept.",
    begun: "Filled in with what {name} wrote a moment ago. Check it before you send it.",
    begin_empty: "Not you? Empty form",
    given_name: "Given name",
    family_name: "Family name",
    phone: "Phone",
    phone_hint: "For example 20 123 456. It may be the phone of someone you trust.",
    age_band: "Age",
    age_band_why: "We ask so that we can count how many people of each age we reach. \
                   Your answer is never shown with your name.",
    under_25: "Under 25",
    from_25_to_54: "25 to 54",
    over_54: "Over 54",
    prefer_not: "I prefer not to say",
    project: "Which project do you come from?",
    project_why: "We ask because each project counts its own participants.",
    project_none: "None, or I do not know",
    picture: "Do other people use this phone?",
    picture_legend: "Choose a picture",
    picture_why: "On another phone, your private link will ask for this picture before it opens. Remember it: we do not show it again.",
    picture_none: "No picture",
    consent_heading: "Your agreement",
    consent_text: "We keep your name and phone number to organise this training and to \
                   contact you about it. Only the team of the hub sees them. You can ask at \
                   any time to see, correct or erase them.",
    consent: "I agree",
    waitlist: "If it is full, put me on the waiting list",
    submit: "Sign up",
    submit_list: "Join the waiting list",
    summary: "Please check these answers",
    full: Plural {
        zero: "All places are taken, and nobody is waiting. Tick “waiting list” to be the first.",
        one: "All places are taken, and {n} person is waiting. Tick “waiting list” to be next.",
        two: "All places are taken, and {n} people are waiting. Tick “waiting list” to be next.",
        few: "All places are taken, and {n} people are waiting. Tick “waiting list” to be next.",
        many: "All places are taken, and {n} people are waiting. Tick “waiting list” to be next.",
        other: "All places are taken, and {n} people are waiting. Tick “waiting list” to be next.",
    },
    kept: "Somebody else is filling in the form for this time. It may be free again at {time}. Nothing is lost: choose another time, or send the form again then.",
    kept_until: "This time is kept for you until {time}.",
    times: "Which time suits you?",
    closed: "Sign-up for this date is closed. Call us, or choose another date.",
    conflict: "This form was already sent with other answers. To sign up someone else too, \
               send it once more.",
    busy: "Many people are signing up at this moment. Nothing is lost: please send the form \
           once more.",
};

pub static FAULTS: Faults = Faults {
    given_name_missing: "Enter your given name",
    given_name_long: "The given name is too long: 80 letters at most",
    given_name_wrong: "The given name has signs that we cannot keep",
    family_name_missing: "Enter your family name",
    family_name_long: "The family name is too long: 80 letters at most",
    family_name_wrong: "The family name has signs that we cannot keep",
    phone_missing: "Enter a phone number",
    phone_short: "The phone number is too short: a Tunisian number has 8 digits",
    phone_long: "The phone number is too long: a Tunisian number has 8 digits",
    phone_wrong: "Check the phone number: for example 20 123 456",
    reach_wrong: "Choose from the list how and when we may reach you",
    age_band_wrong: "Choose an age from the list",
    project_wrong: "Choose a project from the list",
    picture_wrong: "Choose a picture from the list",
    consent_missing: "To sign up we need your agreement",
    form_wrong: "This form is no longer valid. Please send it once more",
};
