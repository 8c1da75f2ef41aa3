//! English: being called, calling, and signing up for someone.
//! The shape stands in `sections::call`.

use crate::i18n::Plural;
use crate::i18n::call::{Assist, Call, Calling, Calls, Doubts};

pub static CALLING: Calling = Calling {
    call: CALL,
    calls: CALLS,
    doubts: DOUBTS,
    assist: ASSIST,
};

const CALL: Call = Call {
    link: "I would rather be called",
    title: "Be called",
    heading: "We call you",
    intro: "Leave a phone number. Someone of the team calls you and signs you up by phone.",
    about: "About: {title}",
    name: "How may we call you?",
    hours: "When is a good time?",
    any: "Any time",
    morning: "In the morning",
    afternoon: "In the afternoon",
    evening: "In the evening",
    agreement: "We keep this number only to call you back about the trainings.",
    submit: "Ask for a call",
    busy: "We have very many requests at this moment. Please call us yourself, at the number below.",
    done_heading: "Thank you: we will call you",
    done_text: "The team calls from the hub's number. If you miss the call, we try again.",
};

const CALLS: Calls = Calls {
    title: "Call list",
    none: "Nobody is waiting for a call.",
    somebody: "No name given",
    asked: "Asked {when}",
    about: "About: {title}",
    tries: Plural {
        zero: "Not called yet",
        ..Plural::two_forms("{n} call without an answer", "{n} calls without an answer")
    },
    done: "Done",
    no_answer: "No answer",
    sign_up_for: "Sign up for",
    sign_up: "Sign up",
    closed: "Done: the request is closed.",
    noted: "It is noted that nobody answered. After three calls the request is closed.",
    gone: "A colleague has closed this request meanwhile.",
};

const DOUBTS: Doubts = Doubts {
    heading: "To be confirmed by phone",
    intro: "One call tells whether there is a real person. A sign-up that is to be confirmed takes \
            no place yet; it is confirmed or cancelled on its page.",
    none: "No sign-up is waiting to be confirmed.",
    more: "There are others: they appear when these are settled.",
    sent: "Form sent: {when}",
    begins: "Begins: {when}",
    open: "See the enrolment",
    trap: "A hidden field of the form was filled in: a robot, or a password manager.",
    haste: "The form came back faster than a person fills it in.",
    stamp: "The form was out of date: a page that had been open for long or was restored without \
            cookies, or a robot.",
    session: "Many sign-ups from this same browser: someone who helps others, or a robot.",
    phone: "Many sign-ups with this same number: call before it begins. The place is given already.",
};

const ASSIST: Assist = Assist {
    title: "Add a person",
    more: "More answers (optional)",
    channel: "Where is the person?",
    desk: "At the desk",
    phone: "On the phone",
    read_out: "To be read out",
    consent: "I have read this text out, and the person agrees",
    waitlist: "If it is full: put on the waiting list",
    submit: "Sign up",
    enrolled: "This person already has an enrolment here. Nothing was changed.",
    see_enrolled: "See it",
    done: "Signed up",
    link_heading: "Private link",
    link_text: "With this link the person sees or cancels the enrolment. It may be sent, printed \
                or written down; it is for this person alone.",
    link_gone: "The private link is shown only to the one who filled in the form, and only for \
                two hours.",
    another: "Add another person",
    see: "See the enrolment",
};
