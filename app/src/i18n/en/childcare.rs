//! English: the children that a woman brings.
//! The shape stands in `sections::childcare`.

use crate::i18n::{Plural, childcare::Childcare};

pub static CHILDCARE: Childcare = Childcare {
    bring: "I bring children",
    why: "The hub looks after them during the training. We ask only how many they are and how \
          old, so that there is a place for each. Nothing else about them is kept.",
    left: Plural {
        zero: "No place is free at the moment",
        one: "{n} place is free",
        two: "{n} places are free",
        few: "{n} places are free",
        many: "{n} places are free",
        other: "{n} places are free",
    },
    without: "If there is no place for them, I come without childcare",
    or_wait: "Or let us put you on the waiting list: then you get your place and childcare \
              together.",
    count_wrong: "Children of {age}: choose how many from the list",
    not_offered: "Children of {age}: this training has no childcare for them. Please call the hub",
    no_place: "There are not enough free places for your children. Tick here if you come without \
               childcare, or tick “waiting list” below",
    children: Plural::two_forms("{n} child", "{n} children"),
    of_age: "{children} ({age})",
    both: "{some} and {more}",
    with: "Childcare: {children}",
    none: "Without childcare",
    waits: "You wait for a place together with childcare: {children}",
    change: "Come without childcare",
    change_text: "You then wait for a place for yourself alone. If one is free, it is yours at once.",
    change_submit: "Yes, I come without childcare",
    changed_seat: "Done: you have a place, without childcare.",
    changed_waits: "Done: you wait for a place without childcare, and keep your number on the list.",
    swap: "There is no childcare place for you at that time. You keep the one you have.",
    column: "Children",
    staff_none: "{children}: without childcare",
    staff_waits: "{children}: waits for childcare",
    no_place_for_her: "There are not enough free childcare places for her. Nothing was changed.",
    moved: "There are not enough free childcare places for her there. She keeps what she has.",
};
