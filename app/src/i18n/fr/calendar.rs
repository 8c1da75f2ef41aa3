//! French: the calendar.
//! The shape stands in `sections::calendar`.

use crate::i18n::{
    Plural,
    calendar::{Calendar, Filters},
};

pub static CALENDAR: Calendar = Calendar {
    title: "Calendrier",
    description: "Formations et ateliers dans la Médina de Tunis : les dates et les places qui restent.",
    views: "Affichage",
    agenda: "Liste",
    week: "Semaine",
    month: "Mois",
    periods: "Changer de dates",
    today: "Aujourd’hui",
    days_before: "Jours précédents",
    days_after: "Jours suivants",
    week_before: "Semaine précédente",
    week_after: "Semaine suivante",
    month_before: "Mois précédent",
    month_after: "Mois suivant",
    sessions: Plural {
        zero: "aucune séance",
        ..Plural::two_forms("{n} séance", "{n} séances")
    },
    day_with: "{day}, {sessions}",
    more: "autres : {n}",
    appointments: Plural::two_forms("{n} rendez-vous", "{n} rendez-vous"),
    grid_help: "Flèches pour changer de jour, Entrée pour l’ouvrir.",
    holiday: "Jour férié : {name}",
    holiday_unsure: "Jour férié : {name} (date à confirmer)",
    closed: "Fermé",
    regime: "{name}, du {from} au {to} : {hubs}",
    regime_unsure: "{name}, du {from} au {to} (à confirmer) : {hubs}",
    next_free: "Prochaine place libre",
    no_free: "Aucune place libre pour le moment.",
    no_free_way: "Une séance complète a une liste d’attente. On peut aussi appeler l’espace.",
    none: "Aucune séance à ces dates.",
    none_filtered: "Aucune séance ne correspond à ces choix, à ces dates.",
    none_that_day: "Aucune séance ce jour-là.",
    without: "Sans « {name} » : {sessions}",
    next_with: "Prochaines séances : {date}",
    none_later: "Aucune séance n’est encore prévue plus tard. De nouvelles dates arrivent bientôt.",
    call: "On peut aussi appeler l’espace :",
};

pub static FILTERS: Filters = Filters {
    heading: "Choisir selon",
    all: "Tout",
    apply: "Voir les séances",
    clear: "Effacer tous les choix",
    remove: "Retirer : {name}",
    hub: "Espace",
    theme: "Thème",
    digital: "Numérique",
    marketing: "Marketing personnel",
    design: "Design et prototypes",
    image: "Photo et vidéo",
    part: "Moment de la journée",
    morning: "Matin",
    afternoon: "Après-midi",
    evening: "Soir",
    language: "Langue de la séance",
    childcare: "Avec garde d’enfants",
    free_only: "Places libres seulement",
};
