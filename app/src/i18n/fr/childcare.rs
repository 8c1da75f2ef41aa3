//! French: the children that a woman brings.
//! The shape stands in `sections::childcare`.

use crate::i18n::{Plural, childcare::Childcare};

pub static CHILDCARE: Childcare = Childcare {
    bring: "Je viens avec des enfants",
    why: "L’espace les garde pendant la formation. Nous demandons seulement leur nombre et leur \
          âge, pour que chacun ait une place. Rien d’autre n’est gardé à leur sujet.",
    left: Plural {
        zero: "Aucune place libre en ce moment",
        one: "{n} place libre",
        two: "{n} places libres",
        few: "{n} places libres",
        many: "{n} places libres",
        other: "{n} places libres",
    },
    without: "S’il n’y a pas de place pour eux, je viens sans garde d’enfants",
    or_wait: "Ou choisir la liste d’attente : la place et la garde d’enfants viennent alors \
              ensemble.",
    count_wrong: "Enfants ({age}) : choisir leur nombre dans la liste",
    not_offered: "Enfants ({age}) : cette formation n’a pas de garde pour cet âge. Merci \
                  d’appeler l’espace",
    no_place: "Il n’y a pas assez de places libres pour vos enfants. Cocher ici pour venir sans \
               garde d’enfants, ou cocher « liste d’attente » plus bas",
    children: Plural::two_forms("{n} enfant", "{n} enfants"),
    of_age: "{children} ({age})",
    both: "{some} et {more}",
    with: "Garde d’enfants : {children}",
    none: "Sans garde d’enfants",
    waits: "En attente d’une place avec garde d’enfants : {children}",
    change: "Venir sans garde d’enfants",
    change_text: "Vous attendez alors une place pour vous seule. S’il y en a une de libre, elle est à vous tout de suite.",
    change_submit: "Oui, je viens sans garde d’enfants",
    changed_seat: "C’est fait : vous avez une place, sans garde d’enfants.",
    changed_waits: "C’est fait : vous attendez une place sans garde d’enfants, et gardez votre rang.",
    swap: "Il n’y a pas de place de garde pour vous à cet horaire. Vous gardez celui que vous \
           avez.",
    column: "Enfants",
    staff_none: "{children} : sans garde d’enfants",
    staff_waits: "{children} : en attente de garde",
    no_place_for_her: "Il n’y a pas assez de places de garde pour ses enfants. Rien n’a changé.",
    moved: "Il n’y a pas assez de places de garde pour ses enfants là-bas. Elle garde ce qu’elle a.",
};
