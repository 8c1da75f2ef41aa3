//! French: the cluster, its hubs, organisations and projects, and what is said aloud.
//! The shape stands in `sections::places`.

use crate::i18n::{
    Plural,
    places::{Cluster, Hub, Listen, Missing, Organisation, Project},
};

pub static HUB: Hub = Hub {
    open_until: "Ouvert maintenant, jusqu’à {time}",
    opens_today: "Fermé maintenant. Ouvre aujourd’hui à {time}",
    opens_on: "Fermé maintenant. Ouvre {day} à {time}",
    shut: "Fermé maintenant",
    hours: "Horaires",
    in_force: "en ce moment",
    days: "du {from} au {to}",
    unsure: "à confirmer",
    sample_hours: "Ces horaires sont un exemple.",
    holidays: "Jours fériés à venir : l’espace est fermé",
    rooms: "Salles et accès",
    room_holds: Plural::two_forms("{n} personne", "{n} personnes"),
    steps: "Avec marches",
    courses: "Formations dans cet espace",
    next: "Prochaines séances ici",
    next_none: "Aucune séance ici pour le moment. De nouvelles dates arrivent bientôt.",
    all_dates: "Toutes les dates dans cet espace",
    kept_by: "Animé par",
};

pub static ORGANISATION: Organisation = Organisation {
    role: "Son rôle dans le cluster",
    does: "En détail",
    offers: "Les formations proposées",
    keeps: "L’espace animé",
};

pub static PROJECT: Project = Project {
    what: "Le projet",
    pays: "Les formations soutenues",
};

pub static CLUSTER: Cluster = Cluster {
    link: "Qui sommes-nous ?",
    title: "Qui sommes-nous",
    description: "Qui travaille ensemble dans la Médina de Tunis, et le rôle de chacun.",
    how: "Notre façon de travailler",
    hubs: "Les espaces",
    actors: "Les acteurs et leurs rôles",
    projects: "Les projets qui nous soutiennent",
    history: "Le début",
    plans: "La suite",
    joining: "Rejoindre le cluster",
    call: "Pour en parler, appeler un espace. Les numéros sont en bas de la page.",
};

pub static MISSING: Missing = Missing {
    course: "Cette formation n’existe pas ici",
    session: "Cette séance n’existe pas ici",
    hub: "Cet espace n’existe pas ici",
    organisation: "Cette organisation n’existe pas ici",
    project: "Ce projet n’existe pas ici",
    course_text: "Les dates ont peut-être changé, ou le lien est incomplet. Toutes les dates sont \
                  dans le calendrier.",
    place_text: "Le lien est peut-être ancien ou incomplet. Les espaces et les acteurs sont à la \
                 page « Qui sommes-nous ».",
};

pub static LISTEN: Listen = Listen {
    start: "Écouter",
    stop: "Arrêter",
    no_voice: "Ce téléphone n’a pas de voix française.",
    when: "{day}, de {from} à {to}.",
    first_of: Plural {
        zero: "Pas encore de séance.",
        one: "Une séance.",
        two: "Deux séances. La première :",
        few: "{n} séances. La première :",
        many: "{n} séances. La première :",
        other: "{n} séances. La première :",
    },
    place: "Où : {hub}, {address}.",
    room: "Salle : {room}. {access}",
    route: "Comment venir : {route}",
    bring: "À apporter : {things}.",
    call: "Une question ? Le numéro de l’espace est en bas de la page.",
};
