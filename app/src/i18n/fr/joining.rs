//! French: rows that may be one woman.
//! The shape stands in `sections::joining`.

use crate::i18n::Plural;
use crate::i18n::joining::{Joining, Notices};

pub static JOINING: Joining = Joining {
    title: "Inscrite deux fois ?",
    intro: "Ces fiches sont peut-être celles d’une même femme. Seule l’équipe peut le dire : \
            regardez les deux et, en cas de doute, demandez-lui. Deux femmes partagent souvent un \
            téléphone.",
    none: "Personne ne semble inscrit deux fois ici.",
    by_phone: "Même téléphone, nom proche",
    by_name: "Même nom, autre téléphone",
    compare: "Regarder les deux",
    apart: "Ce sont deux femmes",
    apart_of: "Ce sont deux femmes : {one} et {other}",
    heading: "Une femme, ou deux ?",
    question: "Si c’est une seule femme, choisissez la fiche qui reste : son nom et son numéro \
               sont les bons. Tout ce qui est sur l’autre la rejoint.",
    same_phone: "Les deux fiches ont le même numéro de téléphone.",
    other_phone: "Les numéros de téléphone sont différents. Celui de la fiche qui reste est utilisé.",
    since: "Fiche créée",
    language: "Langue",
    enrolments: "Inscriptions",
    marks: Plural {
        zero: "aucune présence notée",
        ..Plural::two_forms("{n} présence notée", "{n} présences notées")
    },
    notes: Plural {
        zero: "aucune note",
        ..Plural::two_forms("{n} note", "{n} notes")
    },
    what: "Présences, liens, réponses, consentements et notes la suivent.",
    one_run: "Si les deux fiches sont dans la même formation, la meilleure place reste, et l’autre \
              va à la personne suivante de la liste d’attente.",
    undo_until: "Vous pouvez annuler pendant 30 jours, tant que la place n’a été ni rendue ni \
                 changée.",
    keep: "Garder cette fiche",
    keep_of: "Garder cette fiche : {name}",
    joined: "Fiches réunies",
    joined_line: "{name}, réunie par {by} le {date}",
    can_undo: "Peut être annulé jusqu’au {date}",
    undo: "Annuler",
    undo_text: "Tout redevient comme avant. Si une place a été donnée entre-temps, elle passe en \
                tête de la liste d’attente. Ce qui a été ajouté depuis reste ici.",
    undo_confirm: "Oui, ce sont deux femmes",
    goes_on: "Cette inscription a été réunie à une autre de la même femme.",
    see: "Ouvrir celle qui continue",
    notices: Notices {
        merged: "C’est fait : une seule fiche maintenant.",
        already: "C’était déjà une seule fiche. Rien n’a changé.",
        children: "Une des deux fiches compte des enfants dans une formation où les deux sont \
                   inscrites. Annulez d’abord l’inscription en trop, puis réunissez les fiches. \
                   Rien n’a changé.",
        told_apart: "C’est noté : deux femmes. La question ne sera plus posée.",
        parted: "C’est fait : de nouveau deux fiches, chacune avec ce qui était à elle.",
        queued: "C’est fait : de nouveau deux fiches. Une place avait été donnée à quelqu’un \
                 d’autre : elle est maintenant en tête de la liste d’attente. Prévenez-la.",
        undone: "C’était déjà annulé. Rien n’a changé.",
        too_late: "Les 30 jours sont passés : ce n’est plus possible.",
        later: "Une autre fiche a été réunie plus tard. Annulez d’abord celle-là.",
        place: "La place a été rendue ou changée depuis, et personne ne sait laquelle des deux l’a \
                voulu. Rien n’a changé.",
        moved_away: "Un de ses liens mène depuis à une autre formation. Rien n’a changé.",
    },
};
