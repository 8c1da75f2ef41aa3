//! French: being called, calling, and signing up for someone.
//! The shape stands in `sections::call`.

use crate::i18n::Plural;
use crate::i18n::call::{Assist, Call, Calling, Calls, Doubts};

pub static CALLING: Calling = Calling {
    call: CALL,
    calls: CALLS,
    doubts: DOUBTS,
    assist: ASSIST,
};

const CALL: Call = Call {
    link: "Je préfère qu’on m’appelle",
    title: "Demande d’appel",
    heading: "Nous vous appelons",
    intro: "Laissez un numéro de téléphone. L’équipe vous appelle et fait l’inscription avec vous, \
            au téléphone.",
    about: "Au sujet de : {title}",
    name: "Comment vous appeler ?",
    hours: "À quel moment ?",
    any: "À tout moment",
    morning: "Le matin",
    afternoon: "L’après-midi",
    evening: "Le soir",
    agreement: "Nous gardons ce numéro uniquement pour vous rappeler au sujet des formations.",
    submit: "Demander un appel",
    busy: "Les demandes sont très nombreuses en ce moment. Appelez-nous directement, au numéro \
           ci-dessous.",
    done_heading: "Merci : nous vous appellerons",
    done_text: "L’équipe appelle depuis le numéro de l’espace. En cas d’appel manqué, nous \
                réessayons.",
};

const CALLS: Calls = Calls {
    title: "Appels à passer",
    none: "Personne n’attend d’appel.",
    somebody: "Sans nom",
    asked: "Demande du {when}",
    about: "Au sujet de : {title}",
    tries: Plural {
        zero: "Pas encore d’appel",
        ..Plural::two_forms("{n} appel sans réponse", "{n} appels sans réponse")
    },
    done: "C’est fait",
    no_answer: "Pas de réponse",
    sign_up_for: "Inscription à",
    sign_up: "Inscrire",
    closed: "C’est fait : la demande est close.",
    noted: "C’est noté : pas de réponse. Après trois appels, la demande est close.",
    gone: "Entre-temps, un autre compte a clos cette demande.",
};

const DOUBTS: Doubts = Doubts {
    heading: "À confirmer par téléphone",
    intro: "Un appel suffit pour savoir s’il s’agit d’une vraie personne. Une inscription à \
            confirmer ne prend encore aucune place ; la confirmer ou l’annuler se fait sur sa page.",
    none: "Aucune inscription à confirmer.",
    more: "Il y en a d’autres : elles apparaissent quand celles-ci sont réglées.",
    sent: "Formulaire envoyé : {when}",
    begins: "Début : {when}",
    open: "Voir l’inscription",
    trap: "Un champ caché du formulaire était rempli : un robot, ou un gestionnaire de mots de \
           passe.",
    haste: "Le formulaire est revenu plus vite qu’une personne ne le remplit.",
    stamp: "Le formulaire n’était pas à jour : une page restée longtemps ouverte ou rouverte sans \
            cookies, ou un robot.",
    session: "Beaucoup d’inscriptions depuis ce même navigateur : quelqu’un qui aide les autres, \
              ou un robot.",
    phone: "Beaucoup d’inscriptions avec ce même numéro : appeler avant le début. La place est \
            déjà donnée.",
};

const ASSIST: Assist = Assist {
    title: "Ajouter une personne",
    more: "Autres réponses (facultatif)",
    channel: "Où est la personne ?",
    desk: "À l’accueil",
    phone: "Au téléphone",
    read_out: "À lire à voix haute",
    consent: "J’ai lu ce texte à voix haute, et la personne accepte",
    waitlist: "Si c’est complet : mettre sur la liste d’attente",
    submit: "Inscrire",
    enrolled: "Cette personne a déjà une inscription ici. Rien n’a changé.",
    see_enrolled: "La voir",
    done: "Inscription faite",
    link_heading: "Lien privé",
    link_text: "Avec ce lien, la personne voit ou annule son inscription. Il peut être envoyé, \
                imprimé ou noté ; il est pour cette personne seule.",
    link_gone: "Le lien privé n’est montré qu’au compte qui a rempli le formulaire, pendant deux \
                heures.",
    another: "Ajouter une autre personne",
    see: "Voir l’inscription",
};
