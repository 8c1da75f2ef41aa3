//! English: the outbox.
//! The shape stands in `sections::outbox`.

use crate::i18n::Plural;
use crate::i18n::outbox::{Lost, Outbox, Reach, Said};

pub static SAID: Said = Said {
    seat: "Good news: a place has become free, and it is yours. Details: {link}",
    moved: "Your appointment has a new time. Details: {link}",
    cancelled: "Your appointment is cancelled. Details: {link}",
    repeat: "Somebody has used your name and number again. If it was you, all is well. \
             Your appointment: {link}",
    link: "The link you asked for: {link}",
};

pub static REACH: Reach = Reach {
    heading: "How may we reach you?",
    text: "For example when a place becomes free. Our messages name no training and no hub. \
           You can change this at any time.",
    channel: "Safe for me",
    hours: "When?",
    whatsapp: "WhatsApp",
    sms: "SMS",
    call: "A call",
    none: "Better not at all",
    submit: "Save",
    saved: "It is saved.",
};

pub static LOST: Lost = Lost {
    heading: "I have lost my link",
    text: "Type the phone number that you signed up with. If there is an appointment with this \
           number, the team sends the link to it, in the way that was chosen.",
    submit: "Send me my link",
    title: "Lost link",
    done_heading: "Thank you",
    done_text: "If there is an appointment with this number, the link is sent to it by the team, \
                mostly within a day. You can also call us: our numbers are at the end of the page.",
};

pub static OUTBOX: Outbox = Outbox {
    title: "Messages",
    intro: "What is to be said, the oldest first. A tap shows the number and the text; the text \
            names no training and no hub.",
    none: "Nothing is to be said at the moment.",
    open: Plural {
        zero: "No open messages",
        ..Plural::two_forms("{n} open message", "{n} open messages")
    },
    writing: "To be written to",
    calls: "To be called",
    later: "Later again",
    seat: "Got a place from the waiting list, or from the team",
    moved: "Was moved to another date",
    cancelled: "Was cancelled by the team",
    repeat: "Somebody signed up again with this name and number",
    link: "Asked for the private link",
    left: "Has said: cannot come",
    written: "Since {when}",
    from: "Again from {when}",
    unasked: "Has not said how",
    show: "Show the number and the text",
    say: "Text",
    copy_hint: "The buttons above open it ready to send.",
    tapped: "{who} saw the number, {when}",
    tries: Plural {
        zero: "Not tried yet",
        ..Plural::two_forms("{n} try without an answer", "{n} tries without an answer")
    },
    by_whatsapp: "Sent by WhatsApp",
    by_sms: "Sent by SMS",
    by_call: "Said in a call",
    no_answer: "No answer",
    not_needed: "Not needed",
    seen: "Seen",
    see: "See the enrolment",
    done: "Done: it is written down.",
    noted: "It is noted that nobody answered. After three tries it is closed.",
    dropped: "It is closed and will not be sent.",
    gone: "A colleague has closed this one meanwhile.",
    colleague: "A colleague has just asked for this number. Look below who it was before you write.",
};
