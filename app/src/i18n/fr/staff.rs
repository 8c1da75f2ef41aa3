//! French: the staff's side.
//! The shape stands in `sections::staff`.

use crate::i18n::Plural;
use crate::i18n::staff::{Day, Roll, SignIn, Staff};

pub static STAFF: Staff = Staff {
    title: "Équipe",
    public_site: "Pages publiques",
    signed_in_as: "Session ouverte :",
    sign_out: "Déconnexion",
    forbidden_title: "Accès refusé",
    forbidden_heading: "Cette page n’est pas ouverte à votre compte",
    forbidden_text: "Elle relève d’un autre espace ou d’un autre rôle. Si vous en avez besoin, \
                     demandez à la coordination.",
    to_today: "Vers les séances du jour",
    sign_in: SIGN_IN,
    day: DAY,
    roll: ROLL,
};

const SIGN_IN: SignIn = SignIn {
    title: "Connexion",
    heading: "Connexion de l’équipe",
    email: "Adresse e-mail",
    password: "Mot de passe",
    submit: "Connexion",
    email_missing: "Saisissez votre adresse e-mail",
    password_missing: "Saisissez votre mot de passe",
    wrong: "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux.",
    paused: Plural::two_forms(
        "Il y a eu plusieurs essais erronés. Patientez {n} minute, puis réessayez.",
        "Il y a eu plusieurs essais erronés. Patientez {n} minutes, puis réessayez.",
    ),
};

const DAY: Day = Day {
    title: "Séances du jour",
    heading: "Séances du {date}",
    previous: "Jour précédent",
    today: "Aujourd’hui",
    next: "Jour suivant",
    none: "Aucune séance de vos espaces ce jour-là.",
    enrolled: Plural::two_forms("{n} inscription", "{n} inscriptions"),
    open_roll: "Ouvrir la feuille de présence",
};

const ROLL: Roll = Roll {
    title: "Feuille de présence",
    heading: "Feuille de présence : {title}",
    nobody: "Aucune place confirmée pour cette séance.",
    counts: "Totaux",
    count_present: Plural::two_forms("{n} présence", "{n} présences"),
    count_late: Plural::two_forms("{n} retard", "{n} retards"),
    count_excused: Plural::two_forms("{n} absence excusée", "{n} absences excusées"),
    count_absent: Plural::two_forms("{n} absence", "{n} absences"),
    count_unmarked: Plural::two_forms("{n} sans indication", "{n} sans indication"),
    present: "Présence",
    late: "Retard",
    excused: "Absence excusée",
    absent: "Absence",
    unmarked: "Sans indication",
    undo: "Retirer",
    by_me: "par vous",
    by_other: "par un autre compte",
    by_her: "par la personne",
    unknown_name: "Personne inconnue",
    flag_cancelled: "Son inscription a été annulée",
    flag_not_confirmed: "Pas de place confirmée dans cette séance",
    flag_unknown: "Aucune inscription de cette formation ne porte ce code",
    disagreement: "Deux indications : {marks}. Choisissez-en une.",
    light_ready: "Chaque indication est enregistrée aussitôt.",
    light_sending: "Enregistrement…",
    light_saved: "Tout est enregistré.",
    light_failed: Plural::two_forms(
        "{n} indication n’est pas enregistrée. Réessayez.",
        "{n} indications ne sont pas enregistrées. Réessayez.",
    ),
    row_sending: "Enregistrement…",
    row_failed: "Non enregistré",
    to_day: "Séances de ce jour",
};
