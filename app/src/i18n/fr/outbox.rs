//! French: the outbox.
//! The shape stands in `sections::outbox`.

use crate::i18n::Plural;
use crate::i18n::outbox::{Lost, Outbox, Reach, Said};

pub static SAID: Said = Said {
    seat: "Bonne nouvelle : une place s’est libérée, elle est à vous. Détails : {link}",
    moved: "Votre rendez-vous a un nouvel horaire. Détails : {link}",
    cancelled: "Votre rendez-vous est annulé. Détails : {link}",
    repeat: "Quelqu’un a de nouveau utilisé votre nom et votre numéro. Si c’était vous, tout va \
             bien. Votre rendez-vous : {link}",
    link: "Le lien que vous avez demandé : {link}",
};

pub static REACH: Reach = Reach {
    heading: "Comment pouvons-nous vous joindre ?",
    text: "Par exemple quand une place se libère. Nos messages ne nomment ni formation ni espace. \
           Vous pouvez changer cette réponse à tout moment.",
    channel: "Sans risque pour moi",
    hours: "Quand ?",
    whatsapp: "WhatsApp",
    sms: "SMS",
    call: "Un appel",
    none: "Plutôt pas du tout",
    submit: "Enregistrer",
    saved: "C’est enregistré.",
};

pub static LOST: Lost = Lost {
    heading: "J’ai perdu mon lien",
    text: "Saisissez le numéro de téléphone de votre inscription. S’il y a un rendez-vous avec ce \
           numéro, l’équipe y envoie le lien, de la manière choisie.",
    submit: "Recevoir mon lien",
    title: "Lien perdu",
    done_heading: "Merci",
    done_text: "S’il y a un rendez-vous avec ce numéro, l’équipe y envoie le lien, le plus souvent \
                dans la journée. Vous pouvez aussi nous appeler : nos numéros sont en bas de la \
                page.",
};

pub static OUTBOX: Outbox = Outbox {
    title: "Messages",
    intro: "Ce qui est à dire, le plus ancien d’abord. Un geste montre le numéro et le texte ; le \
            texte ne nomme ni formation ni espace.",
    none: "Rien à dire pour l’instant.",
    open: Plural {
        zero: "Aucun message en attente",
        ..Plural::two_forms("{n} message en attente", "{n} messages en attente")
    },
    writing: "À écrire",
    calls: "À appeler",
    later: "Plus tard",
    seat: "A obtenu une place, de la liste d’attente ou de l’équipe",
    moved: "Est passée à une autre date",
    cancelled: "Inscription annulée par l’équipe",
    repeat: "Nouvelle inscription avec ce nom et ce numéro",
    link: "A demandé le lien privé",
    left: "A dit : ne pourra pas venir",
    written: "Depuis le {when}",
    from: "À reprendre le {when}",
    unasked: "N’a pas dit comment",
    show: "Afficher le numéro et le texte",
    say: "Texte",
    copy_hint: "Les boutons ci-dessus l’ouvrent, prêt à envoyer.",
    tapped: "{who} a vu le numéro, {when}",
    tries: Plural {
        zero: "Pas encore essayé",
        ..Plural::two_forms("{n} essai sans réponse", "{n} essais sans réponse")
    },
    by_whatsapp: "Envoyé par WhatsApp",
    by_sms: "Envoyé par SMS",
    by_call: "Dit au téléphone",
    no_answer: "Pas de réponse",
    not_needed: "Inutile",
    seen: "Vu",
    see: "Voir l’inscription",
    done: "C’est fait, et noté.",
    noted: "L’absence de réponse est notée. Après trois essais, le message est clos.",
    dropped: "C’est clos, rien ne sera envoyé.",
    gone: "Quelqu’un de l’équipe l’a clos entre-temps.",
    colleague: "Quelqu’un de l’équipe vient de demander ce numéro. Voyez ci-dessous qui, avant \
                d’écrire.",
};
