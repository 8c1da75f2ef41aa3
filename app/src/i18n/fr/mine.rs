//! French: the private pages.
//! The shape stands in `sections::mine`.

use crate::i18n::mine::{Absence, Done, Link, Memory, Mine, Pictures};

pub static DONE: Done = Done {
    title: "Confirmation",
    confirmed: "Inscription confirmée",
    confirmed_text: "À bientôt !",
    waiting: "Inscription sur la liste d’attente",
    rank: "Vous êtes au rang {n} de la liste.",
    waiting_text: "Une place qui se libère va à la personne suivante de la liste. Votre lien \
                   privé montre toujours où vous en êtes.",
    pending: "C’est noté : nous vous appelons pour confirmer",
    pending_text: "L’équipe vous appelle au numéro donné et vous dit si vous avez la place. Vous \
                   n’avez rien à refaire. Cela arrive par exemple quand le téléphone remplit le \
                   formulaire tout seul, ou quand la page est restée ouverte longtemps.",
    link_heading: "Garder votre lien privé",
    link_text: "Avec ce lien, vous voyez ou annulez votre inscription depuis n’importe quel \
                téléphone. À garder pour vous.",
    copy: "Copier le lien",
    copied: "Lien copié",
    copy_failed: "Appuyer longuement sur le lien pour le copier",
    whatsapp: "Me l’envoyer par WhatsApp",
    sms: "Me l’envoyer par SMS",
    message: "Mon rendez-vous : {link}",
    qr: "Code QR",
    qr_text: "À scanner avec un autre téléphone : il ouvre le même lien.",
    when: "Quand et où",
    bring: "À apporter",
    see_mine: "Mes inscriptions",
};

pub static MEMORY: Memory = Memory {
    question: "Garder ce rendez-vous sur ce téléphone ?",
    question_text: "Sans le lien, « Mes inscriptions » le montrera encore sur ce téléphone, à qui l’ouvre. Sur le téléphone de quelqu’un d’autre, répondre non.",
    no: "Non, ne rien garder",
    yes: "Oui, garder",
    kept: "Ce téléphone garde votre rendez-vous.",
    kept_text: "Il l’oublie après la dernière séance, ou dès que vous quittez la page avec le bouton « Quitter cette page ».",
    forget: "Oublier sur ce téléphone",
    borrowed_heading: "C’est le téléphone de quelqu’un d’autre ?",
    borrowed_text: "Quittez cette page à la fin : rien ne reste sur le téléphone.",
};

pub static MINE: Mine = Mine {
    title: "Mes inscriptions",
    heading: "Mes inscriptions",
    none_heading: "Rien à montrer sur ce téléphone",
    none_text: "Pour voir votre inscription, ouvrez le lien privé que vous avez gardé, ou \
                collez-le.",
    open_link: "Coller mon lien",
    status_confirmed: "Inscription confirmée",
    status_pending: "À confirmer par l’espace",
    status_waiting: "Sur la liste d’attente",
    status_offered: "Une place est gardée pour vous",
    status_cancelled: "Inscription annulée",
    status_excused: "Absence excusée",
    rank: "Vous êtes au rang {n} de la liste.",
    started: "C’est commencé. En cas d’empêchement, nous appeler.",
    again: "Nouvelle inscription",
    notice_already: "Vous avez déjà une inscription. La voici.",
    notice_cancelled: "C’est fait. Merci de nous avoir prévenus : votre place va à une personne qui attend.",
    notice_excused: "Merci de nous avoir prévenus. L’équipe voit que vous ne pourrez pas venir.",
    notice_forgotten: "C’est oublié : ce téléphone ne garde plus rien. Votre lien privé ouvre toujours votre inscription.",
    notice_present: "La feuille de présence dit que vous étiez là : l’annulation n’est plus possible. Si c’est une erreur, nous appeler.",
    notice_started: "C’est déjà commencé : l’annulation n’est plus possible ici. En cas \
                     d’empêchement, nous appeler.",
    swap: "Choisir un autre horaire",
    swap_text: "Votre rendez-vous actuel n’est rendu qu’une fois le nouveau obtenu.",
    swap_times: "Horaires libres",
    swap_submit: "Prendre cet horaire",
    notice_swapped: "C’est fait : le nouveau rendez-vous est à vous.",
    notice_swap_full: "Ce rendez-vous a été pris entre-temps. Vous gardez le vôtre.",
    notice_swap_closed: "Les inscriptions pour ce rendez-vous sont closes. Vous gardez le vôtre.",
    notice_unknown: "Cette inscription n’est pas ouverte sur ce téléphone. Ouvrez-la avec votre \
                     lien privé.",
    private_link: "Lien privé",
    diary: "Mettre dans mon agenda",
    diary_hint: "L’agenda montre l’heure et le mot « {word} » : ni lieu, ni nom, ni lien.",
    diary_word: "Rendez-vous",
};

pub static ABSENCE: Absence = Absence {
    open: "Je ne pourrai pas venir, annuler",
    text: "Votre place va à la personne suivante. Une nouvelle inscription reste possible.",
    confirm: "Oui, rendre ma place",
    late: "Je ne pourrai pas venir",
    late_text: "L’équipe voit sur la feuille de présence que vous ne pourrez pas venir. Votre place reste à vous pour les autres séances.",
    late_confirm: "Oui, prévenir l’équipe",
    told: "Vous nous avez prévenus que vous ne pourrez pas venir. Merci.",
    reason: "Pour quelle raison ?",
    reason_why: "Seule l’équipe de votre espace la lit. Elle nous aide à mieux choisir les horaires.",
    child: "Un enfant ou la famille",
    work: "Mon travail",
    transport: "Le trajet",
    health: "Ma santé",
    safety: "Ma sécurité",
    unsaid: "Je préfère ne pas le dire",
};

pub static LINK: Link = Link {
    title: "Ouvrir mon lien",
    heading: "Ouvrir mon lien",
    text: "Collez ici votre lien privé, ou tapez son code.",
    label: "Lien ou code",
    hint: "Le code, ce sont les 22 lettres et chiffres après le signe #.",
    submit: "Ouvrir",
    missing: "Coller votre lien ou taper son code",
    unknown: "Nous ne connaissons pas ce lien. Vérifiez qu’il est complet.",
    question: "Quelle image avez-vous choisie ?",
    question_text: "Le lien est bon. L’image choisie à l’inscription l’ouvre.",
    question_legend: "L’image choisie",
    question_help: "Image oubliée ? Nous appeler : nos numéros sont en bas de la page.",
    picture_missing: "Choisir une image",
    picture_wrong: "Ce n’est pas cette image. Essayez-en une autre.",
    picture_locked: "Trop d’essais. Réessayer dans une heure, ou nous appeler : nos numéros sont en bas de la page. Votre inscription reste valable.",
    expired: "Le lien a été ouvert il y a trop longtemps. Ouvrez-le encore une fois.",
};

pub static PICTURES: Pictures = Pictures {
    olive: "Branche d’olivier",
    door: "Porte",
    fish: "Poisson",
    moon: "Lune",
    star: "Étoile",
    tea: "Verre de thé",
    key: "Clé",
    bird: "Oiseau",
    jasmine: "Jasmin",
    cactus: "Cactus",
    boat: "Bateau",
    lamp: "Lampe",
};
