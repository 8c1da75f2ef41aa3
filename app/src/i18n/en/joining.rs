//! English: rows that may be one woman.
//! The shape stands in `sections::joining`.

use crate::i18n::Plural;
use crate::i18n::joining::{Joining, Notices};

pub static JOINING: Joining = Joining {
    title: "Entered twice?",
    intro: "These entries may be one woman. Only the team can tell: look at both, and ask her if in \
            doubt. Two women often share one phone.",
    none: "Nobody here seems to be entered twice.",
    by_phone: "Same phone, similar name",
    by_name: "Same name, another phone",
    compare: "Look at both",
    apart: "These are two women",
    apart_of: "These are two women: {one} and {other}",
    heading: "One woman, or two?",
    question: "If it is one woman, choose the entry that stays: its name and number are right. \
               Everything of the other one goes to it.",
    same_phone: "Both have the same phone number.",
    other_phone: "The phone numbers are different. The number of the entry that stays is used.",
    since: "Entered",
    language: "Language",
    enrolments: "Enrolments",
    marks: Plural {
        zero: "no mark",
        ..Plural::two_forms("{n} mark", "{n} marks")
    },
    notes: Plural {
        zero: "no note",
        ..Plural::two_forms("{n} note", "{n} notes")
    },
    what: "Marks, links, answers, consents and notes follow her.",
    one_run: "Where both are in the same training she keeps the better place, and the other one \
              goes to the next in the queue.",
    undo_until: "You can undo this for 30 days, as long as she has not given up or changed her \
                 place.",
    keep: "This one stays",
    keep_of: "This one stays: {name}",
    joined: "Joined",
    joined_line: "{name}, joined by {by} on {date}",
    can_undo: "Can be undone until {date}",
    undo: "Undo",
    undo_text: "Everything goes back as it was. If a seat has been given to someone else meanwhile, \
                she is the first in the queue. What has been added since stays here.",
    undo_confirm: "Yes, these are two women",
    goes_on: "This enrolment has been joined to another one of the same woman.",
    see: "Open the one that goes on",
    notices: Notices {
        merged: "Done: this is one woman now.",
        already: "They were one already. Nothing has changed.",
        children: "One of them brings children to a training in which both are. Cancel the enrolment \
                   that is one too many first, then join them. Nothing has changed.",
        told_apart: "Noted: two women. You will not be asked again.",
        parted: "Done: two women again, each with what was hers.",
        queued: "Done: two women again. A seat had been given to someone else: she is now the first \
                 in the queue. Please tell her.",
        undone: "This had been undone before. Nothing has changed.",
        too_late: "The 30 days are over: this can no longer be undone.",
        later: "Another entry was joined later. Undo that one first.",
        place: "Her place has been given up or changed since, and nobody knows who of them wanted \
                it. Nothing has changed.",
        moved_away: "One of her links leads to another training since. Nothing has changed.",
    },
};
