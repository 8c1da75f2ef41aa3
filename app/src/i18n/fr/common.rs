//! French: the frame of every page, and what goes wrong.
//! The shape stands in `sections::common`.

use crate::i18n::common::Common;

pub static COMMON: Common = Common {
    brand: "Mawid",
    skip: "Aller au contenu",
    menu: "Menu principal",
    calendar: "Calendrier",
    mine: "Mes inscriptions",
    languages: "Langue",
    leave: "Quitter cette page",
    leave_short: "Quitter",
    loading: "Un instant…",
    questions: "Une question ? Nous appeler",
    by_phone: "L’inscription est aussi possible par téléphone ou sur place.",
    sample: "Exemple : les dates, les salles et le nombre de places sont fictifs.",
    sample_phone: "numéro d’exemple",
    optional: "(facultatif)",
    not_found_title: "Page introuvable",
    not_found_heading: "Cette page n’existe pas",
    not_found_text: "L’adresse est peut-être ancienne ou incomplète.",
    to_home: "Vers l’accueil",
    to_calendar: "Vers le calendrier",
    problem_heading: "Cela n’a pas marché",
    try_again: "Réessayer",
    unavailable: "Il y a beaucoup de monde en ce moment. Merci de réessayer dans une minute.",
    failed: "Un problème est survenu de notre côté. Merci de réessayer ou de nous appeler.",
    malformed: "L’envoi n’a pas pu être lu. Merci de remplir à nouveau le formulaire.",
    outdated: "Cette page est plus ancienne que notre service. Merci de la recharger.",
    sending: "Envoi…",
    unsent: "Pas de connexion, rien n’est parti. Tout ce qui est écrit reste ici. Merci de réessayer.",
    offline: "Pas de connexion pour le moment. Merci de réessayer.",
    forbidden: "Cette page n’est pas accessible avec ce compte.",
    sign_in_needed: "Merci de vous connecter d’abord.",
};
