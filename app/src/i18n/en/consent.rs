//! English: consents.
//! The shape stands in `sections::consent`.

use crate::i18n::consent::{Asked, ConsentDesk, Consents, Names};

pub static CONSENTS: Consents = Consents {
    heading: "Photos: what may we do?",
    intro: "Your place does not depend on these answers. No answer means no, and each answer can \
            be changed at any time.",
    yes: "Yes",
    no: "No",
    save: "Save my answers",
    answers: "Photos and data: my answers",
    said_yes: "Yes, since {date}",
    said_no: "No, since {date}",
    unsaid: "No answer yet: that means no",
    allow: "Allow",
    withdraw: "Withdraw",
    data_withdraw: "I no longer agree",
    data_withdraw_text: "Without your name and phone we cannot keep a place for you. The team \
                         erases both and ends your enrolments; until then it uses them for \
                         nothing else. To give up one place only, cancel it instead.",
    data_confirm: "Yes, erase my data",
    data_withdrawn: "You no longer agree, since {date}. The team has been told to erase your data.",
    saved: "Your answers are saved.",
    unsaved: "Nothing was changed.",
    names: NAMES,
    asked: ASKED,
    desk: DESK,
};

const NAMES: Names = Names {
    data: "My name and phone",
    photo_self: "A photo of me",
    photo_group: "Group photos",
    social_media: "Social media",
    funder_report: "Reports to funders",
};

const ASKED: Asked = Asked {
    photo_self: "The team may take a photo of me during the course and give it to me. Nobody \
                 else sees it.",
    photo_group: "I may be seen in photos of the group. The team keeps them and shows them in the \
                  hub.",
    social_media: "Photos in which I can be seen may stand on the cluster's web pages and social \
                   media. Others may copy what stands there.",
    funder_report: "Photos and words of mine, with my given name, may stand in reports to the \
                    projects that pay for the courses.",
};

const DESK: ConsentDesk = ConsentDesk {
    heading: "Consents",
    none: "No answer: that means no",
    said_yes: "Yes",
    said_no: "No",
    by: "written down by {name}",
    record: "Write an answer down",
    purpose: "What for?",
    read_out: "Read this out",
    channel: "How was it said?",
    web: "on her own phone",
    desk: "At the desk",
    phone: "On the phone",
    paper: "On paper, signed",
    other: "through someone who signed up for her",
    other_hint: "Someone else signed up for her: ask her yourself when you meet, and write her \
                 answer down here.",
    recorded: "The answer is written down.",
    same: "That was already her answer. Nothing has changed.",
    photos_all: "Photos: yes",
    photos_alone: "Photos: of her alone only",
    photos_group: "Photos: with the group only",
    photos_none: "No photos",
    tasks: "Withdrawn consents",
    tasks_intro: "Someone has taken a yes back. Do what is said here, then tap “Done”.",
    tasks_none: "Nothing to do: every withdrawal has been seen to.",
    tasks_done: "Done",
    task_by_repeat: "This answer came from a second sign-up under the same name: ask her whether \
                     it was she.",
    task_data: "Call her, end her enrolments, and ask the administrator to erase her data.",
    task_photos: "Delete the photos in which she can be seen, also on your phones.",
    task_social_media: "Take the photos in which she can be seen off web pages and social media.",
    task_funder_report: "Leave her photos and words out of reports that have yet to be sent.",
    task_since: "Withdrawn: {date}",
    done: "Done",
    done_by: "Done by {name}, {date}",
    task_finished: "Written down: done.",
    task_gone: "A colleague has done it already.",
};
