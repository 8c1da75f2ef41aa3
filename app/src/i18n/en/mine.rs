//! English: the private pages.
//! The shape stands in `sections::mine`.

use crate::i18n::mine::{Absence, Done, Link, Memory, Mine, Pictures};

pub static DONE: Done = Done {
    title: "Confirmation",
    confirmed: "Your place is confirmed",
    confirmed_text: "We look forward to seeing you.",
    waiting: "You are on the waiting list",
    rank: "You are number {n} on the list.",
    waiting_text: "A place that becomes free goes to the next person on the list. Your private \
                   link always shows where you are.",
    pending: "Noted: we will call you to confirm",
    pending_text: "The team calls you at the number you gave and tells you whether you have a \
                   place. There is nothing you need to do again. This happens for example when \
                   the phone filled in the form by itself, or when the page had been open for a \
                   long time.",
    link_heading: "Keep your private link",
    link_text: "With this link you see or cancel your enrolment from any phone. \
                Keep it to yourself.",
    copy: "Copy the link",
    copied: "Copied",
    copy_failed: "Press and hold the link to copy it",
    whatsapp: "Send it to myself on WhatsApp",
    sms: "Send it to myself by SMS",
    message: "My appointment: {link}",
    qr: "QR code",
    qr_text: "Scan it with another phone: it opens the same link.",
    when: "When and where",
    bring: "What to bring",
    see_mine: "My enrolments",
};

pub static MEMORY: Memory = Memory {
    question: "Keep this appointment on this phone?",
    question_text: "“My enrolments” will then show it on this phone without the link, to whoever opens it. On someone else's phone, say no.",
    no: "No, keep nothing",
    yes: "Yes, keep it",
    kept: "This phone remembers your appointment.",
    kept_text: "It forgets after the last session, or as soon as you leave the page with the button “Leave this page”.",
    forget: "Forget on this phone",
    borrowed_heading: "Is this someone else's phone?",
    borrowed_text: "Leave this page when you are done: nothing stays on the phone.",
};

pub static MINE: Mine = Mine {
    title: "My enrolments",
    heading: "My enrolments",
    none_heading: "Nothing to show on this phone",
    none_text: "To see your enrolment, open the private link that you kept, or paste it.",
    open_link: "Paste my link",
    status_confirmed: "Confirmed",
    status_pending: "To be confirmed by the hub",
    status_waiting: "On the waiting list",
    status_offered: "A place is kept for you",
    status_cancelled: "Cancelled",
    status_excused: "Excused",
    rank: "You are number {n} on the list.",
    started: "It has begun. If you cannot come, call us.",
    again: "Sign up again",
    notice_already: "You are already signed up. Here is your enrolment.",
    notice_cancelled: "Done. Thank you for telling us: your place goes to someone who waits.",
    notice_excused: "Thank you for telling us. The team sees that you cannot come.",
    notice_forgotten: "Done: this phone remembers nothing any more. Your private link still opens your enrolment.",
    notice_present: "The roll says that you were there, so this cannot be cancelled. If that is wrong, call us.",
    notice_started: "It has already begun, so it can no longer be cancelled here. \
                     If you cannot come, call us.",
    swap: "Choose another time",
    swap_text: "Your present time is given back only when you have the new one.",
    swap_times: "Free times",
    swap_submit: "Take this time",
    notice_swapped: "Done: you have the new time.",
    notice_swap_full: "That time was taken meanwhile. You keep the one you have.",
    notice_swap_closed: "Sign-up for that time is closed. You keep the one you have.",
    notice_unknown: "This enrolment is not open on this phone. Open it with your private link.",
    private_link: "Private link",
    diary: "Put it in my diary",
    diary_hint: "The diary shows the time and the word “{word}”: no place, no name, no link.",
    diary_word: "Appointment",
};

pub static ABSENCE: Absence = Absence {
    open: "I can't come, or cancel",
    text: "Your place goes to the next person. You can sign up again later.",
    confirm: "Yes, give my place back",
    late: "I can't come",
    late_text: "The team sees on the roll that you cannot come. You keep your place for the other sessions.",
    late_confirm: "Yes, tell the team",
    told: "You have told us that you cannot come. Thank you.",
    reason: "Why?",
    reason_why: "Only the team of your hub reads it. It helps us to choose better times.",
    child: "A child or the family",
    work: "My work",
    transport: "The way there",
    health: "My health",
    safety: "It is not safe for me",
    unsaid: "I do not wish to say",
};

pub static LINK: Link = Link {
    title: "Open my link",
    heading: "Open my link",
    text: "Paste your private link here, or type its code.",
    label: "Link or code",
    hint: "The code is the 22 letters and digits after the sign #.",
    submit: "Open",
    missing: "Paste your link or type its code",
    unknown: "We do not know this link. Check that it is complete.",
    question: "Which picture did you choose?",
    question_text: "The link is right. The picture that you chose when you signed up opens it.",
    question_legend: "The picture you chose",
    question_help: "Forgotten the picture? Call us: our numbers are at the end of the page.",
    picture_missing: "Choose a picture",
    picture_wrong: "It is not this picture. Try another one.",
    picture_locked: "Too many tries. Try again in an hour, or call us: our numbers are at the end of the page. Your enrolment stays valid.",
    expired: "The link was opened too long ago. Open it once more.",
};

pub static PICTURES: Pictures = Pictures {
    olive: "Olive branch",
    door: "Door",
    fish: "Fish",
    moon: "Moon",
    star: "Star",
    tea: "Glass of tea",
    key: "Key",
    bird: "Bird",
    jasmine: "Jasmine",
    cactus: "Cactus",
    boat: "Boat",
    lamp: "Lamp",
};
