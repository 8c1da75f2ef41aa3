//! French: the pages that everyone may read.
//! The shape stands in `sections::browse`.

use crate::i18n::{
    Plural,
    browse::{Course, Home, Session},
};

pub static HOME: Home = Home {
    title: "Formations et ateliers dans la Médina de Tunis",
    description: "Formations et ateliers du Cluster ESS dans la Médina de Tunis : consulter les \
                  dates et s’inscrire en une minute, sans compte.",
    heading: "Apprendre, créer et se rencontrer dans la Médina de Tunis",
    lead: "Une formation près de chez vous, une inscription en une minute. Sans compte.",
    see_calendar: "Voir le calendrier",
    hubs_heading: "Des espaces pour apprendre",
    next_heading: "Prochainement",
    next_none: "De nouvelles dates arrivent bientôt.",
    how_heading: "Comment ça marche",
    choose: "Choisir une séance",
    choose_text: "Le jour, le lieu et le nombre de places restantes sont indiqués.",
    sign_up: "S’inscrire",
    sign_up_text: "Un nom et un numéro de téléphone suffisent.",
    keep: "Garder son lien",
    keep_text: "Votre lien privé montre votre place et permet d’annuler.",
};

pub static SESSION: Session = Session {
    description: "{when}, {hub}. Inscription en une minute, sans compte.",
    places_left: Plural {
        zero: "Plus de place",
        one: "{n} place restante",
        two: "{n} places restantes",
        few: "{n} places restantes",
        many: "{n} places restantes",
        other: "{n} places restantes",
    },
    full: "Complet – liste d’attente",
    full_waiting: Plural::two_forms(
        "Complet – liste d’attente ({n} personne)",
        "Complet – liste d’attente ({n} personnes)",
    ),
    closed: "Les inscriptions sont closes",
    kept: "Quelqu’un le choisit en ce moment",
    choose: "Choisir",
    over: "Cette séance est passée",
    when: "Quand",
    place: "Où",
    route: "Comment venir",
    bring: "À apporter",
    language: "Langue parlée",
    offered_by: "Proposé par",
    access: "Accès",
    arabic: "Arabe",
    french: "Français",
    english: "Anglais",
    women_only: "Réservé aux femmes",
    step_free: "Accès sans marche",
    childcare: "Garde d’enfants",
    childcare_places: Plural::two_forms("{n} place pour un enfant", "{n} places pour des enfants"),
    sign_up: "S’inscrire",
    join_list: "Rejoindre la liste d’attente",
    see_course: "La formation",
    other_sessions: "Toutes les séances",
    another_day: "Un autre jour",
    on_holiday: "Ce jour est férié ({name}). L’espace confirmera la date.",
};

pub static COURSE: Course = Course {
    for_whom: "Pour qui",
    learns: "Au programme",
    dates: "Dates",
    whole: Plural::two_forms(
        "{n} séance",
        "{n} séances : une seule inscription pour toutes",
    ),
    slots: "Rendez-vous individuels : choisir le sien",
    no_dates: "De nouvelles dates arrivent bientôt.",
    past: "Dates passées",
    under_3: "Moins de 3 ans",
    from_3_to_5: "De 3 à 5 ans",
    from_6_to_12: "De 6 à 12 ans",
    thanks: "Avec le soutien de",
};
