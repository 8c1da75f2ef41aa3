//! French: consents.
//! The shape stands in `sections::consent`.

use crate::i18n::consent::{Asked, ConsentDesk, Consents, Names};

pub static CONSENTS: Consents = Consents {
    heading: "Photos : que pouvons-nous faire ?",
    intro: "Votre place ne dépend pas de ces réponses. Sans réponse, c’est non, et chaque réponse \
            peut être changée à tout moment.",
    yes: "Oui",
    no: "Non",
    save: "Enregistrer mes réponses",
    answers: "Photos et données : mes réponses",
    said_yes: "Oui, depuis le {date}",
    said_no: "Non, depuis le {date}",
    unsaid: "Pas encore de réponse : c’est non",
    allow: "Autoriser",
    withdraw: "Retirer",
    data_withdraw: "Je ne suis plus d’accord",
    data_withdraw_text: "Sans votre nom et votre téléphone, nous ne pouvons pas garder de place. \
                         L’équipe les efface et met fin à vos inscriptions ; jusque-là, elle ne \
                         s’en sert pour rien d’autre. Pour rendre une seule place, il suffit de \
                         l’annuler.",
    data_confirm: "Oui, effacer mes données",
    data_withdrawn: "Vous n’êtes plus d’accord depuis le {date}. L’équipe sait qu’elle doit effacer \
                     vos données.",
    saved: "Vos réponses sont enregistrées.",
    unsaved: "Rien n’a changé.",
    names: NAMES,
    asked: ASKED,
    desk: DESK,
};

const NAMES: Names = Names {
    data: "Mon nom et mon téléphone",
    photo_self: "Une photo de moi",
    photo_group: "Photos de groupe",
    social_media: "Réseaux sociaux",
    funder_report: "Rapports aux bailleurs de fonds",
};

const ASKED: Asked = Asked {
    photo_self: "L’équipe peut faire une photo de moi pendant la formation et me la donner. \
                 Personne d’autre ne la voit.",
    photo_group: "On peut me voir sur des photos du groupe. L’équipe les garde et les montre dans \
                  l’espace.",
    social_media: "Des photos sur lesquelles on me voit peuvent figurer sur les pages web et les \
                   réseaux sociaux du cluster. D’autres peuvent les y copier.",
    funder_report: "Mes photos et mes paroles, avec mon prénom, peuvent figurer dans les rapports \
                    aux projets qui financent les formations.",
};

const DESK: ConsentDesk = ConsentDesk {
    heading: "Consentements",
    none: "Sans réponse : c’est non",
    said_yes: "Oui",
    said_no: "Non",
    by: "noté par {name}",
    record: "Noter une réponse",
    purpose: "Pour quoi ?",
    read_out: "À lire à voix haute",
    channel: "Comment a-t-elle été donnée ?",
    web: "sur son propre téléphone",
    desk: "À l’accueil",
    phone: "Au téléphone",
    paper: "Sur papier, avec signature",
    other: "par la personne qui l’a inscrite",
    other_hint: "L’inscription a été faite par quelqu’un d’autre : demander directement à la \
                 première rencontre, et noter la réponse ici.",
    recorded: "La réponse est notée.",
    same: "C’était déjà la réponse. Rien n’a changé.",
    photos_all: "Photos : oui",
    photos_alone: "Photos : seulement sans le groupe",
    photos_group: "Photos : seulement avec le groupe",
    photos_none: "Pas de photo",
    tasks: "Consentements retirés",
    tasks_intro: "Quelqu’un a retiré un accord. Faire ce qui est écrit ici, puis « Fait ».",
    tasks_none: "Rien à faire : tous les retraits ont été traités.",
    tasks_done: "Déjà fait",
    task_by_repeat: "Cette réponse vient d’une seconde inscription au même nom : demander si c’est \
                     bien la même personne.",
    task_data: "Appeler, mettre fin aux inscriptions, et demander à l’administration d’effacer les \
                données.",
    task_photos: "Effacer les photos où cette personne est visible, sur vos téléphones aussi.",
    task_social_media: "Retirer des pages web et des réseaux sociaux les photos où cette personne \
                        est visible.",
    task_funder_report: "Ne pas mettre ses photos ni ses paroles dans les rapports à venir.",
    task_since: "Retrait : {date}",
    done: "Fait",
    done_by: "Fait par {name}, {date}",
    task_finished: "C’est noté : fait.",
    task_gone: "Une autre personne de l’équipe l’a déjà fait.",
};
