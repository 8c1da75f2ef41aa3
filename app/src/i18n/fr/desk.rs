//! French: the desk.
//! The shape stands in `sections::desk`.

use crate::i18n::Plural;
use crate::i18n::desk::{Desk, Notices, PhoneTexts, Reasons, Record, Run, Runs, Steps};

pub static DESK: Desk = Desk {
    runs: RUNS,
    run: RUN,
    record: RECORD,
    reasons: REASONS,
    steps: STEPS,
    notices: NOTICES,
    phone: PHONE,
};

const RUNS: Runs = Runs {
    title: "Formations et places",
    filter: "Choisir ce qui est affiché",
    hub: "Espace",
    all_hubs: "Tous mes espaces",
    period: "Période",
    coming: "À venir",
    past: "Passées",
    show: "Afficher",
    none: "Rien à afficher ici.",
    more: Plural::two_forms(
        "Seule la première est affichée.",
        "Seules les {n} premières sont affichées.",
    ),
    sessions: Plural::two_forms("{n} séance", "{n} séances"),
    open: "Places et inscriptions",
    whole: "Toutes les séances",
    taken: "{taken} sur {capacity} prises",
    waiting: Plural {
        zero: "aucune attente",
        ..Plural::two_forms("{n} en attente", "{n} en attente")
    },
};

const RUN: Run = Run {
    places: "Places",
    seats: "Nombre de places",
    room_holds: Plural::two_forms(
        "La salle peut accueillir {n} personne.",
        "La salle peut accueillir {n} personnes.",
    ),
    resize: "Enregistrer",
    closes: "Inscriptions jusqu’au {when}",
    closed: "Les inscriptions sont closes",
    childcare: "Garde d’enfants",
    under_3: "Moins de 3 ans",
    from_3_to_5: "De 3 à 5 ans",
    from_6_to_12: "De 6 à 12 ans",
    changes: "Changements du nombre de places",
    change: "De {before} à {after}",
    sessions: "Séances",
    enrolments: "Inscriptions",
    none: "Aucune inscription pour l’instant.",
    add: "Ajouter une personne",
    print: "Imprimer",
    name: "Nom",
    status: "État",
    slot: "Rendez-vous",
    age: "Âge",
    project: "Projet",
    signed_up: "Inscription",
    assisted_by: "avec {name}",
    repeats: Plural::two_forms(
        "inscription répétée {n} fois",
        "inscription répétée {n} fois",
    ),
    pending: "À confirmer",
    confirmed: "Place confirmée",
    offered: "Place proposée",
    waitlisted: "En attente, rang {n}",
    cancelled: "Annulée",
    excused: "Excusée",
    prefer_not: "Ne souhaite pas répondre",
};

const RECORD: Record = Record {
    title: "Inscription",
    back: "Retour à la liste",
    language: "Langue",
    confirm: "Confirmer",
    confirm_wait: "Mettre sur la liste d’attente",
    cancel: "Annuler cette inscription",
    cancel_text: "La place va à la personne suivante de la liste d’attente.",
    cancel_reason: "Pour quelle raison ?",
    cancel_confirm: "Oui, annuler",
    relocate: "Changer de date",
    relocate_to: "Nouvelle date",
    relocate_wait: "Si c’est complet : rendre la place actuelle et attendre là-bas",
    relocate_submit: "Changer",
    relocate_none: "Aucune autre date de cette formation n’est ouverte.",
    notes: "Notes",
    note: "Nouvelle note",
    note_hint: "Seule l’équipe la lit. Rien sur la santé, la religion ou l’origine.",
    note_submit: "Ajouter la note",
    history: "Ce qui s’est passé",
    by: "par {name}",
    repeated: "Inscription répétée depuis un autre navigateur",
    has_begun: "C’est commencé : les présences se notent sur la feuille de présence.",
};

const REASONS: Reasons = Reasons {
    asked: "À la demande de la personne",
    unreachable: "Personne injoignable",
    twice: "Inscription en double",
    mistake: "Saisie par erreur",
    other: "Autre raison (ajouter une note)",
};

const STEPS: Steps = Steps {
    seated: "Inscription, avec une place",
    queued: "Sur la liste d’attente",
    doubted: "Inscription à confirmer par téléphone",
    promoted: "Place obtenue depuis la liste d’attente",
    confirmed: "Confirmation",
    moved: "Passage à cette date",
    moved_away: "Passage à d’autres dates",
    cancelled: "Annulation",
    excused: "Ne pourra pas venir",
    answered: "A changé ses réponses",
    comes_without: "Vient sans garde d’enfants plutôt que d’attendre",
    joined: "Une autre inscription de la même femme est réunie à celle-ci",
    joined_away: "Réunie à une autre inscription de la même femme",
    parted: "De nouveau deux femmes",
};

const NOTICES: Notices = Notices {
    resized: "Le nombre de places est changé.",
    same_seats: "C’était déjà le nombre de places.",
    wrong_seats: "Saisissez un nombre de places entre 1 et 500.",
    confirmed: "C’est confirmé : la place est donnée.",
    queued: "C’est fait : sur la liste d’attente.",
    full: "Aucune place n’est libre. Rien n’a changé ; la liste d’attente est ouverte.",
    not_first: "D’autres personnes attendent depuis plus longtemps : la place libre est d’abord \
                pour elles.",
    already: "Cette personne a déjà une place.",
    ended: "Cette inscription est déjà terminée.",
    cancelled: "L’inscription est annulée.",
    started: "C’est commencé : plus rien ne change ici. Utilisez la feuille de présence.",
    moved: "C’est fait : la nouvelle place est donnée, l’ancienne est libre.",
    moved_queued: "C’est fait : sur la liste d’attente de la nouvelle date ; l’ancienne place est \
                   libre.",
    moved_full: "Cette date est complète. Rien n’a changé : l’ancienne place est gardée.",
    moved_closed: "Les inscriptions pour cette date sont closes. Rien n’a changé.",
    there_already: "Cette personne y a déjà une inscription. Rien n’a changé.",
    noted: "La note est enregistrée.",
    note_wrong: "Écrivez une note de 1000 caractères au plus.",
};

const PHONE: PhoneTexts = PhoneTexts {
    heading: "Téléphone",
    show: "Afficher le numéro",
    hint: "Chaque consultation est enregistrée : qui et quand.",
    call: "Appeler",
    whatsapp: "WhatsApp",
    sms: "SMS",
    title: "Numéros consultés",
    intro: "Chaque fois qu’une personne de l’équipe a consulté un numéro de téléphone. Les numéros \
            eux-mêmes ne figurent pas dans cette liste.",
    none: "Aucun numéro n’a encore été consulté.",
    line: "{who} a consulté le numéro de {whose}",
    caller: "une demande d’appel",
};
